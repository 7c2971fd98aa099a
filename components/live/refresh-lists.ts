import type { InfiniteData, Query, QueryClient, QueryKey } from "@tanstack/react-query";
import { eventQueries, type PageStart } from "@/components/queries/event-queries";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { ApplicationListView } from "@/lib/participants/participant-view";
import { onScreenOf } from "./on-screen";
import { isOverflowing, isShifted, nearPages, patchPages } from "./patch-pages";

type List = InfiniteData<ApplicationListView, PageStart>;

/** The pages of a list that may be out of date, and who has changed since. */
type Stale = { pages: Set<number>; changed: Set<string> };
const stale = new WeakMap<Query, Stale>();
/** A list is fetched as a whole so often at most, however much changes. */
const WHOLE_EVERY_MS = 5_000;
const wholes = new WeakMap<Query, { at: number; timer?: ReturnType<typeof setTimeout> }>();
/** How often a list that is being fetched otherwise is waited for. */
const MOST_TRIES = 3;

/**
 * Brings an event's lists up to date after these participants have changed, or anybody. Of a list that somebody
 * has scrolled far down only the pages near the screen are fetched, and the first, where newcomers are; the others
 * when somebody comes near them: {@link refreshNearPages}.
 */
export async function refreshLists(
  client: QueryClient,
  eventId: string,
  changed: ReadonlySet<string> | "any",
): Promise<void> {
  const lists = client.getQueryCache().findAll({ queryKey: eventQueries.lists(eventId) });
  await Promise.all(lists.map((list) => refreshList(client, list, changed)));
}

/** Fetches those pages of a list that have come near the screen and may be out of date. */
export async function refreshNearPages(client: QueryClient, listKey: QueryKey): Promise<void> {
  const list = client.getQueryCache().find({ queryKey: listKey, exact: true });
  const data = list?.state.data as List | undefined;
  if (!list || !data || !list.isActive()) return;
  const marked = stale.get(list)?.pages;
  const due = nearOf(list, data).filter((index) => marked?.has(index));
  if (due.length > 0) await fetchInto(client, list, () => due);
}

async function refreshList(
  client: QueryClient,
  list: Query,
  changed: ReadonlySet<string> | "any",
): Promise<void> {
  const data = list.state.data as List | undefined;
  if (data && !list.isActive()) return shorten(client, list, data);
  if (!data || list.state.error || changed === "any") return fetchWhole(client, list);
  const before = stale.get(list)?.changed ?? [];
  stale.set(list, { pages: new Set(data.pages.keys()), changed: new Set([...before, ...changed]) });
  await fetchInto(client, list, (data) => nearOf(list, data));
}

function nearOf(list: Query, { pages, pageParams }: List): number[] {
  return nearPages(pages, onScreenOf(list.queryKey), pageParams[0] === 0);
}

/** Fetches some pages of a list anew and puts them into it; all of it where that cannot be done. */
async function fetchInto(
  client: QueryClient,
  list: Query,
  choose: (data: List) => number[],
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    // A page that is being fetched meanwhile began from the old ones.
    await list.promise?.catch(() => {});
    const data = list.state.data as List;
    const fetched = await fetchPages(client, list, data, choose(data));
    if (!fetched) break;
    if (list.state.data !== data || list.state.fetchStatus !== "idle") continue;
    if (isOverflowing(data.pages, fetched) || isShifted(data, fetched)) break;
    const marked = stale.get(list);
    const pages = patchPages(data.pages, fetched, marked?.changed ?? new Set());
    client.setQueryData<List>(list.queryKey, { ...data, pages });
    for (const index of fetched.keys()) marked?.pages.delete(index);
    if (marked?.pages.size === 0) stale.delete(list);
    return;
  }
  await fetchWhole(client, list);
}

async function fetchPages(
  client: QueryClient,
  list: Query,
  data: List,
  indexes: readonly number[],
): Promise<Map<number, ApplicationListView> | null> {
  const [, eventId, , kind, question] = list.queryKey as [string, string, string, ListKind, string];
  try {
    const pages = await Promise.all(
      indexes.map(async (index) => {
        const start = data.pageParams[index] ?? 0;
        const options = eventQueries.listPage(eventId, kind, question, start);
        return [index, await client.fetchQuery(options)] as const;
      }),
    );
    return new Map(pages);
  } catch {
    // The whole list is fetched instead, and says so if that fails too.
    return null;
  }
}

/** A list that nobody looks at begins at its first page when somebody does again. */
async function shorten(client: QueryClient, list: Query, data: List): Promise<void> {
  const first = { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) };
  client.setQueryData<List>(list.queryKey, first);
  await client.invalidateQueries({ queryKey: list.queryKey, exact: true, refetchType: "none" });
}

async function fetchWhole(client: QueryClient, list: Query): Promise<void> {
  const last = wholes.get(list);
  const waitMs = last ? last.at + WHOLE_EVERY_MS - performance.now() : 0;
  if (last && waitMs > 0) {
    last.timer ??= setTimeout(() => void fetchNow(client, list), waitMs);
    return;
  }
  await fetchNow(client, list);
}

async function fetchNow(client: QueryClient, list: Query): Promise<void> {
  wholes.set(list, { at: performance.now() });
  stale.delete(list);
  await client.invalidateQueries({ queryKey: list.queryKey, exact: true });
}
