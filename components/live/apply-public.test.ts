import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test, vi } from "vitest";
import { portalQueries } from "@/components/queries/portal-queries";
import type { PortalEntryView, PublicEventView } from "@/lib/portal/portal-entry-view";
import type { PortalProgramView, PublicUpdateView } from "@/lib/portal/portal-program-view";
import { applyPublic } from "./apply-public";

const EVENT = "evt_a";
const at = (seq: number, epoch = 1) => ({ epoch, seq });
const program = portalQueries.program(EVENT);
const entry = portalQueries.entry(EVENT).queryKey;
let client: QueryClient;

beforeEach(() => {
  client = new QueryClient();
  const view: PortalProgramView = {
    timezone: null,
    days: [],
    activities: [],
    left: 0,
    version: at(5),
  };
  client.setQueryData(program.queryKey, view);
});

function update(from: number | null, to: number, more: Partial<PublicUpdateView> = {}) {
  const heard = { heardAt: null, awaySince: "2026-12-01T10:00:00.000Z" };
  return { from: from === null ? null : at(from), to: at(to), event: null, heard, ...more };
}
const patch = { changed: [], added: [], left: 3 };
const shown = () => {
  const { left, version } = client.getQueryData(program.queryKey) ?? {};
  return { left, seq: version?.seq };
};

test.each([
  ["that begins where the page is", 5, true, { left: 3, seq: 8 }],
  ["that begins before it", 2, true, { left: 3, seq: 8 }],
  ["that begins after it", 6, false, { left: 0, seq: 5 }],
  ["that begins nowhere", null, false, { left: 0, seq: 5 }],
] as const)("an update %s is shown, or asked for", (_, from, isShown, expected) => {
  expect(applyPublic(client, EVENT, update(from, 8, { program: patch }))).toBe(isShown);
  expect(shown()).toEqual(expected);
});

test("what the page knows already, and what was too much to be told, leave it as it is", () => {
  expect(applyPublic(client, EVENT, update(3, 5, { program: patch }))).toBe(true);
  expect(applyPublic(client, EVENT, update(5, 6, { isCut: true }))).toBe(false);
  expect(shown()).toEqual({ left: 0, seq: 5 });
});

test("an event that was erased and connected again begins anew", () => {
  const anew = { ...update(null, 0), from: at(1, 2), to: at(2, 2), program: patch };
  expect(applyPublic(client, EVENT, anew)).toBe(false);
});

test("the door shows the event as it is now, and keeps who is signed in", () => {
  const before = { title: "Fair", isPublic: true } as PublicEventView;
  const signedIn: PortalEntryView = {
    event: before,
    session: {
      state: "signed_in",
      name: "Ann",
      heard: { heardAt: null, awaySince: null },
      head: "4",
    },
  };
  client.setQueryData(entry, signedIn);
  applyPublic(client, EVENT, update(5, 6, { event: { ...before, title: "Great Fair" } }));
  expect(client.getQueryData(entry)).toMatchObject({
    event: { title: "Great Fair" },
    session: { name: "Ann", heard: { awaySince: "2026-12-01T10:00:00.000Z" } },
  });
});

test("a page that knows the program is told so, and keeps it", async () => {
  const asked = vi.fn(
    async (_path: string, _init?: RequestInit) => new Response(null, { status: 304 }),
  );
  vi.stubGlobal("fetch", asked);
  await client.fetchQuery({ ...program, staleTime: 0 });
  vi.unstubAllGlobals();
  expect(asked.mock.calls[0]?.[1]?.headers).toMatchObject({ "if-none-match": '"1.5"' });
  expect(shown()).toEqual({ left: 0, seq: 5 });
});

test("an answer that was long on its way does not take back what was told meanwhile", async () => {
  const late = { timezone: null, days: [], activities: [], left: 1, version: at(6) };
  vi.stubGlobal("fetch", async () => {
    applyPublic(client, EVENT, update(5, 8, { program: patch }));
    return Response.json(late);
  });
  await client.fetchQuery({ ...program, staleTime: 0 });
  vi.unstubAllGlobals();
  expect(shown()).toEqual({ left: 3, seq: 8 });
});
