import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fetchEventView } from "./fetch-event-view";

const asked: string[] = [];
let answer: (address: URL) => Response | Promise<Response>;

beforeEach(() => {
  asked.length = 0;
  answer = (address) => {
    const parts = address.searchParams.getAll("of");
    const body = parts.map((of) => ({ status: 200, body: { of } }));
    return Response.json(address.pathname.endsWith("/batch") ? body : { alone: true });
  };
  vi.stubGlobal("fetch", async (path: string, { signal }: RequestInit) => {
    asked.push(path);
    signal?.throwIfAborted();
    return answer(new URL(path, "http://foyer"));
  });
});
afterEach(() => vi.unstubAllGlobals());

const view = (path: string, signal = new AbortController().signal) =>
  fetchEventView("evt_a", path, signal);

test("what is asked for in one moment is one request, and each gets its own", async () => {
  const paths = ["overview", "applications?q=a%26b&counts=no", "applications/counts?facet=status"];
  expect(await Promise.all(paths.map((path) => view(path)))).toEqual(paths.map((of) => ({ of })));
  expect(asked).toHaveLength(1);
  expect(new URL(asked[0] ?? "", "http://foyer").searchParams.getAll("of")).toEqual(paths);
});

test("what is asked for alone is asked for at its own address", async () => {
  expect(await view("overview")).toEqual({ alone: true });
  expect(asked).toEqual(["/api/events/evt_a/overview"]);
});

test("one that is refused refuses no other", async () => {
  answer = () =>
    Response.json([
      { status: 403, body: { error: "forbidden", message: "Not yours." } },
      { status: 200, body: "fine" },
    ]);
  const [refused, fine] = await Promise.allSettled([view("applications"), view("overview")]);
  expect(refused).toMatchObject({ reason: { status: 403, code: "forbidden" } });
  expect(fine).toMatchObject({ value: "fine" });
});

test("a batch that fails fails all of it, with its status", async () => {
  answer = () => Response.json({ error: "busy", message: "Later." }, { status: 503 });
  const all = await Promise.allSettled([view("applications"), view("overview")]);
  expect(all).toMatchObject([{ reason: { status: 503 } }, { reason: { status: 503 } }]);
});

test("more than ten are several requests, and too long an address is none", async () => {
  await Promise.all(Array.from({ length: 11 }, (_, n) => view(`applications?cursor=${n}`)));
  expect(asked).toHaveLength(2);
  asked.length = 0;
  await Promise.all([view(`applications?q=${"x".repeat(9_000)}`), view("overview")]);
  expect(asked).toHaveLength(2);
  expect(asked.every((path) => !path.includes("/batch"))).toBe(true);
});

test("whoever gives up is let go at once, and the request ends with the last of them", async () => {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const signals: AbortSignal[] = [];
  vi.stubGlobal("fetch", (_: string, { signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    return promise;
  });
  const [one, other] = [new AbortController(), new AbortController()];
  const both = [view("overview", one.signal), view("applications", other.signal)];
  const ends = Promise.allSettled(both);
  await expect.poll(() => signals).toHaveLength(1);
  one.abort();
  expect(signals[0]?.aborted).toBe(false);
  other.abort();
  expect(signals[0]?.aborted).toBe(true);
  expect(await ends).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
  resolve(Response.json([]));
});
