import type { InfiniteData, Query, QueryClient } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ApplicationListView } from "@/lib/participants/participant-view";
import { patchPages, touchedPages } from "./patch-pages";

type List = InfiniteData<ApplicationListView, string | null>;

/** A list of so many pages is simply fetched again, page after page. */
const SHALLOW_PAGES = 3;

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
  // Whoever was given another name may belong on a page that was not fetched.
  const isMoved = isReordering(question) && hasLost(data.pages, fetched, changed);
  // A page that is being fetched meanwhile began from the old ones: only the whole list is certain.
  const isSame = list.state.fetchStatus === "idle" && list.state.data === data;
  if (!fetched || isMoved || !isSame) return false;
  const pages = patchPages(data.pages, fetched, changed);
  client.setQueryData<List>(options.queryKey, { ...data, pages });
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

/** Any order but by submission, which never changes, can move whoever changes. */
function isReordering(question: string): boolean {
  const sort = new URLSearchParams(question).get("sort") ?? "-submitted";
  return sort !== "-submitted" && sort !== "submitted";
}

function hasLost(
  pages: readonly ApplicationListView[],
  fetched: ReadonlyMap<number, ApplicationListView> | null,
  changed: ReadonlySet<string>,
): boolean {
  const found = new Set(
    [...(fetched?.values() ?? [])].flatMap((page) => page.rows.map((row) => row.participantId)),
  );
  return pages.some((page) =>
    page.rows.some(({ participantId }) => changed.has(participantId) && !found.has(participantId)),
  );
}
