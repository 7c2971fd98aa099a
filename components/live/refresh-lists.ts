import type { InfiniteData, Query, QueryClient } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ApplicationListView } from "@/lib/participants/participant-view";
import { isReordering, isSelective } from "./moving-questions";
import { patchPages, touchedPages, withoutPlace } from "./patch-pages";

type List = InfiniteData<ApplicationListView, string | null>;

/** A list of so many pages is simply fetched again, page after page. */
const SHALLOW_PAGES = 3;

/** A deep list is fetched as a whole so often at most, however much changes. */
const WHOLE_EVERY_MS = 5_000;
const wholes = new WeakMap<Query, { at: number; timer?: ReturnType<typeof setTimeout> }>();

/**
 * Brings an event's lists up to date after these participants have changed. A list that somebody has
 * scrolled far down fetches only the pages a change can be seen on, not hundreds of them each time.
 */
export async function refreshLists(
  client: QueryClient,
  eventId: string,
  changed: ReadonlySet<string>,
): Promise<void> {
  const lists = client.getQueryCache().findAll({ queryKey: eventQueries.lists(eventId) });
  await Promise.all(
    lists.map(async (list) => {
      if (await patchList(client, eventId, list, changed)) return;
      wholes.set(list, { at: performance.now() });
      await client.invalidateQueries({ queryKey: list.queryKey, exact: true });
    }),
  );
}

/** Whether the list could be patched; if not, it has to be fetched as a whole. */
async function patchList(
  client: QueryClient,
  eventId: string,
  list: Query,
  changed: ReadonlySet<string>,
): Promise<boolean> {
  const [, , , kind, question] = list.queryKey as [string, string, string, ListKind, string];
  const options = eventQueries.list(eventId, kind, question);
  const data = client.getQueryData<List>(options.queryKey);
  const isQuiet = list.isActive() && list.state.fetchStatus === "idle" && !list.state.error;
  if (!data || !isQuiet || data.pages.length <= SHALLOW_PAGES) return false;
  const touched = touchedPages(data.pages, changed);
  if (touched.length > SHALLOW_PAGES) return false;
  const fetched = await fetchPages(client, eventId, kind, question, data, touched);
  // A page that is being fetched meanwhile began from the old ones: only the whole list is certain.
  const isSame = list.state.fetchStatus === "idle" && list.state.data === data;
  if (!fetched || !isSame) return false;
  const lost = withoutPlace(fetched.values(), changed);
  const strangers = withoutPlace(data.pages, lost);
  // Whoever was given another name may belong on a page that was not fetched.
  if (isReordering(kind, question) && lost.size > strangers.size) return false;
  // Whoever begins to match may belong between any two rows; mostly it is somebody further down.
  const isUncertain = isSelective(question) || isReordering(kind, question);
  if (isUncertain && strangers.size > 0 && !isPutOff(client, list)) return false;
  const pages = patchPages(data.pages, fetched, changed);
  client.setQueryData<List>(options.queryKey, { ...data, pages });
  return true;
}

/** Whether the whole list was fetched a moment ago, so that its next turn waits. */
function isPutOff(client: QueryClient, list: Query): boolean {
  const last = wholes.get(list);
  const waitMs = last ? last.at + WHOLE_EVERY_MS - performance.now() : 0;
  if (!last || waitMs <= 0) return false;
  last.timer ??= setTimeout(() => {
    wholes.set(list, { at: performance.now() });
    void client.invalidateQueries({ queryKey: list.queryKey, exact: true });
  }, waitMs);
  return true;
}

async function fetchPages(
  client: QueryClient,
  eventId: string,
  kind: ListKind,
  question: string,
  data: List,
  indexes: number[],
): Promise<Map<number, ApplicationListView> | null> {
  try {
    const pages = await Promise.all(
      indexes.map(async (index) => {
        const options = eventQueries.listPage(
          eventId,
          kind,
          question,
          data.pageParams[index] ?? null,
        );
        return [index, await client.fetchQuery(options)] as const;
      }),
    );
    return new Map(pages);
  } catch {
    // The whole list is fetched instead, and says so if that fails too.
    return null;
  }
}
