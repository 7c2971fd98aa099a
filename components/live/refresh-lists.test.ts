import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventQueries } from "@/components/queries/event-queries";
import type { ApplicationListView, ApplicationView } from "@/lib/participants/participant-view";
import { refreshLists, refreshNearPages } from "./refresh-lists";

const seen = vi.hoisted(() => ({ ids: new Set<string>() }));
vi.mock(import("./on-screen"), async (original) => ({
  ...(await original()),
  onScreenOf: () => seen.ids,
}));

const EVENT = "evt_a";
const PAGE = 50;
const PAGES = 18;

/** Everybody of the event, in their order, and what each shows. */
let people: { id: string; name: string }[];
let requests: string[][];
let client: QueryClient;
const leaves: (() => void)[] = [];

beforeEach(() => {
  people = Array.from({ length: PAGE * PAGES }, (_, n) => ({ id: `p${n}`, name: "before" }));
  requests = [];
  seen.ids = new Set();
  client = new QueryClient();
  vi.stubGlobal("fetch", async (path: string) => {
    const url = new URL(path, "http://foyer");
    const parts = url.pathname.endsWith("/batch")
      ? url.searchParams.getAll("of")
      : [`applications${url.search}`];
    requests.push(parts);
    const views = parts.map((part) => pageAfter(new URL(part, "http://foyer").searchParams));
    return Response.json(
      url.pathname.endsWith("/batch") ? views.map((body) => ({ status: 200, body })) : views[0],
    );
  });
});
afterEach(() => {
  for (const leave of leaves.splice(0)) leave();
  vi.unstubAllGlobals();
});

function pageAfter(search: URLSearchParams): ApplicationListView {
  const cursor = search.get("cursor");
  const from = cursor === null ? 0 : people.findIndex(({ id }) => id === cursor) + 1;
  const rows = people.slice(from, from + PAGE);
  const hasMore = from + PAGE < people.length;
  return {
    rows: rows.map(({ id, name }) => ({ participantId: id, name }) as ApplicationView),
    total: 0,
    facets: { status: {} },
    nextCursor: hasMore ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** A list that somebody has scrolled to its end. */
async function openDeepList() {
  const options = eventQueries.list(EVENT, "applications", "");
  const observer = new InfiniteQueryObserver(client, options);
  leaves.push(observer.subscribe(() => {}));
  await expect.poll(() => observer.getCurrentResult().isSuccess).toBe(true);
  while (observer.getCurrentResult().hasNextPage) await observer.fetchNextPage();
  requests = [];
  const shown = () =>
    new Map(
      observer
        .getCurrentResult()
        .data?.pages.flatMap((page) => page.rows.map((row) => [row.participantId, row.name])),
    );
  return { key: options.queryKey, shown };
}

function change(...ids: string[]): Set<string> {
  for (const person of people) if (ids.includes(person.id)) person.name = "after";
  return new Set(ids);
}

test("of a deep list only what is near the screen is fetched, in one request", async () => {
  const { shown } = await openDeepList();
  seen.ids = new Set(["p430", "p470"]);
  await refreshLists(client, EVENT, change("p440", "p460", "p3", "p700"));
  expect(requests).toHaveLength(1);
  expect(requests[0]).toHaveLength(3);
  expect(["p440", "p460", "p3", "p700"].map((id) => shown().get(id))).toEqual([
    "after",
    "after",
    "after",
    "before",
  ]);
  expect(shown().size).toBe(PAGE * PAGES);
});

test("what is far away is fetched once somebody comes near it, and once only", async () => {
  const { key, shown } = await openDeepList();
  seen.ids = new Set(["p0"]);
  await refreshLists(client, EVENT, change("p700"));
  requests = [];
  seen.ids = new Set(["p699", "p710"]);
  await refreshNearPages(client, key);
  await refreshNearPages(client, key);
  expect(requests).toHaveLength(1);
  expect(shown().get("p700")).toBe("after");
});

test("who left a page that was not looked at is gone from it when somebody comes", async () => {
  const { key, shown } = await openDeepList();
  seen.ids = new Set(["p0"]);
  people = people.filter(({ id }) => id !== "p700");
  await refreshLists(client, EVENT, new Set(["p700"]));
  expect(shown().has("p700")).toBe(true);
  seen.ids = new Set(["p701"]);
  await refreshNearPages(client, key);
  expect(shown().has("p700")).toBe(false);
  expect(shown().size).toBe(PAGE * PAGES - 1);
});

test("a newcomer at the top pushes nobody off, and a crowd of them is not lost", async () => {
  const { shown } = await openDeepList();
  seen.ids = new Set(["p0"]);
  people.unshift({ id: "new", name: "new" });
  await refreshLists(client, EVENT, new Set(["new"]));
  expect([...shown().keys()].slice(0, 2)).toEqual(["new", "p0"]);
  expect(shown().size).toBe(PAGE * PAGES + 1);
  const crowd = Array.from({ length: 2 * PAGE }, (_, n) => ({ id: `n${n}`, name: "new" }));
  people.unshift(...crowd);
  await refreshLists(client, EVENT, new Set(crowd.map(({ id }) => id)));
  expect(crowd.every(({ id }) => shown().has(id))).toBe(true);
});

test("a list that nobody looks at costs nothing until somebody does", async () => {
  await openDeepList();
  for (const leave of leaves.splice(0)) leave();
  await refreshLists(client, EVENT, change("p1"));
  expect(requests).toEqual([]);
  const observer = new InfiniteQueryObserver(client, eventQueries.list(EVENT, "applications", ""));
  leaves.push(observer.subscribe(() => {}));
  await expect.poll(() => observer.getCurrentResult().isFetching).toBe(false);
  expect(requests).toHaveLength(1);
  expect(observer.getCurrentResult().data?.pages[0]?.rows[1]?.name).toBe("after");
});
