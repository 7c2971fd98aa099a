import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { shareStream } from "./share-stream";
import type { StreamMessage } from "./stream-message";

/** What a browser has and Node has not. */
class TestEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static readonly all: TestEventSource[] = [];
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    TestEventSource.all.push(this);
  }
  say(event: string, lastEventId = "", data: object = {}): void {
    const message = new MessageEvent(event, { data: JSON.stringify(data), lastEventId });
    this.dispatchEvent(message);
  }
  refuse(): void {
    this.readyState = TestEventSource.CLOSED;
    this.onerror?.();
  }
  close(): void {
    this.readyState = TestEventSource.CLOSED;
  }
}

let name: string;
const leaves: (() => void)[] = [];
const address = "/api/portal/evt_a/stream";

beforeEach(() => {
  name = crypto.randomUUID();
  TestEventSource.all.length = 0;
  vi.stubGlobal("EventSource", TestEventSource);
});
afterEach(() => {
  for (const leave of leaves.splice(0)) leave();
  vi.unstubAllGlobals();
});

function openTab(mayGoOn?: () => Promise<boolean>) {
  const heard: StreamMessage[] = [];
  const leave = shareStream({ address, name, mayGoOn }, (message) => heard.push(message));
  leaves.push(leave);
  return { heard, leave, kinds: () => heard.map(({ kind }) => kind) };
}

async function source(count = 1): Promise<TestEventSource> {
  await vi.waitFor(() => expect(TestEventSource.all).toHaveLength(count), 5_000);
  const newest = TestEventSource.all.at(-1);
  if (!newest) throw new Error("no stream was opened");
  return newest;
}

test("tabs of one browser share one stream, and the next takes over where it stopped", async () => {
  const [first, second] = [openTab(), openTab()];
  const stream = await source();
  expect(stream.url).toBe(address);
  stream.say("change", "7", { topic: "agenda", ids: [] });
  await vi.waitFor(() => expect(second.kinds()).toContain("change"));
  expect(first.heard.at(-1)).toEqual({ kind: "change", seq: "7", topic: "agenda", ids: [] });
  stream.say("seen", "9");
  await vi.waitFor(() => expect(second.kinds()).toContain("seen"));
  first.leave();
  expect((await source(2)).url).toBe(`${address}?last=9`);
});

test("tabs with other streams hear nothing of it", async () => {
  const one = openTab();
  name = crypto.randomUUID();
  const other = openTab();
  await source(2);
  TestEventSource.all[0]?.say("change", "1", { topic: "event", ids: [] });
  await sleep(50);
  expect([one.kinds(), other.kinds()]).toEqual([["change"], []]);
});

test("when the server shows somebody out, every tab hears so, and nobody opens the stream again", async () => {
  const isSignedIn = vi.fn(async () => false);
  const [first, second] = [openTab(isSignedIn), openTab(isSignedIn)];
  const stream = await source();
  stream.say("signed_out");
  await vi.waitFor(() => expect(second.kinds()).toContain("signed_out"));
  expect(first.kinds()).toContain("signed_out");
  expect(isSignedIn).toHaveBeenCalledTimes(1);
  expect(stream.readyState).toBe(TestEventSource.CLOSED);
  first.leave();
  await sleep(1_500);
  expect(TestEventSource.all).toHaveLength(1);
});

test("a refused stream is tried again only by somebody who is still signed in", async () => {
  const answers = [true, false];
  const isSignedIn = vi.fn(async () => answers.shift() ?? false);
  const tab = openTab(isSignedIn);
  (await source()).refuse();
  (await source(2)).refuse();
  await vi.waitFor(() => expect(tab.kinds()).toContain("signed_out"));
  expect(isSignedIn).toHaveBeenCalledTimes(2);
  await sleep(2_500);
  expect(TestEventSource.all).toHaveLength(2);
});

test("a connection that broke is the browser's to mend, and nobody is asked", async () => {
  const isSignedIn = vi.fn(async () => false);
  const tab = openTab(isSignedIn);
  const stream = await source();
  stream.onerror?.();
  expect(tab.heard).toEqual([{ kind: "state", state: "reconnecting" }]);
  expect(isSignedIn).not.toHaveBeenCalled();
});

test("an organizer's stream that was refused is tried again", async () => {
  openTab();
  (await source()).refuse();
  await source(2);
});

test("a page that gets no locks, as in a frame with blocked storage, reads for itself", async () => {
  const request = () => Promise.reject(new DOMException("blocked", "SecurityError"));
  vi.stubGlobal("navigator", { locks: { request } });
  const tab = openTab();
  (await source()).say("hello", "3", { head: 3 });
  expect(tab.heard).toEqual([{ kind: "all", seq: "3" }]);
});

test("a page without channels reads for itself", async () => {
  vi.stubGlobal("BroadcastChannel", function refuse() {
    throw new DOMException("blocked", "SecurityError");
  });
  const tab = openTab();
  (await source()).say("hello", "3", { head: 3 });
  expect(tab.heard).toEqual([{ kind: "all", seq: "3" }]);
});
