import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ChannelMessage, LineState } from "./stream-message";
import { type Follower, TabStream } from "./tab-stream";

const channelsOf = (line: TestEventSource) =>
  new URL(line.url, "http://foyer").searchParams.getAll("of");
/** The id of a message: the numbers of all channels, in the order of the line. */
const idWith = (line: TestEventSource, of: string | undefined, seq: string) =>
  channelsOf(line)
    .map((each) => (each === of ? seq : ""))
    .join(".");

/** What a browser has and Node has not. */
class TestEventSource extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly CLOSED = 2;
  static readonly all: TestEventSource[] = [];
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    TestEventSource.all.push(this);
  }
  /** Says something of a channel, whose number is `seq` now. */
  say(event: string, of = "", seq = "", data: object = {}): void {
    const message = { data: JSON.stringify({ of, ...data }), lastEventId: idWith(this, of, seq) };
    this.dispatchEvent(new MessageEvent(event, message));
  }
  close(): void {
    this.readyState = TestEventSource.CLOSED;
  }
}

/** A channel whose page can be stopped, as by a dialog: it neither hears nor says anything until it goes on. */
class TestChannel extends BroadcastChannel {
  static readonly all: TestChannel[] = [];
  #isStopped = false;
  #missed: MessageEvent[] = [];

  constructor(name: string) {
    super(name);
    TestChannel.all.push(this);
    this.addEventListener("message", (event) => {
      if (!this.#isStopped) return;
      event.stopImmediatePropagation();
      this.#missed.push(event as MessageEvent);
    });
  }
  stop(): void {
    this.#isStopped = true;
  }
  goOn(): void {
    this.#isStopped = false;
    for (const event of this.#missed.splice(0)) this.onmessage?.(event);
  }
  override postMessage(message: unknown): void {
    if (!this.#isStopped) super.postMessage(message);
  }
}

const A = "events/evt_a";
const B = "portal/evt_b";

let name: string;
const tabs: Tab[] = [];

class Tab {
  readonly stream = new TabStream(name);
  readonly heard: Record<string, ChannelMessage[]> = {};
  readonly states: LineState[] = [];
  readonly #leaves = new Map<string, () => void>();

  constructor(...channels: string[]) {
    for (const of of channels) this.join(of);
    tabs.push(this);
  }
  /** `last`: the page that joins knows everything up to there. */
  join(of: string, last: string | null = null): this {
    this.heard[of] = [];
    const follower: Follower = {
      onMessage: (message) => this.heard[of]?.push(message),
      onStatus: ({ state }) => {
        this.states.push(state);
      },
    };
    const leave = this.stream.join(of, follower, last);
    this.#leaves.set(of, leave);
    return this;
  }
  get state(): LineState | undefined {
    return this.states.at(-1);
  }
  leave(of: string): void {
    this.#leaves.get(of)?.();
  }
}

beforeEach(() => {
  name = crypto.randomUUID();
  TestEventSource.all.length = 0;
  TestChannel.all.length = 0;
  vi.stubGlobal("BroadcastChannel", TestChannel);
  vi.stubGlobal("EventSource", TestEventSource);
  vi.stubGlobal("document", { hidden: false });
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
});
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.stream.suspend();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = () => TestEventSource.all.filter(({ readyState }) => readyState !== 2);

/** The one open stream, once it is for these channels. */
async function lineFor(...channels: string[]): Promise<TestEventSource> {
  return vi.waitFor(() => {
    const lines = open();
    const line = lines[0] as TestEventSource;
    expect(lines).toHaveLength(1);
    expect(channelsOf(line).sort()).toEqual([...channels].sort());
    return line;
  }, 3_000);
}

const lastOf = (line: TestEventSource) =>
  new URL(line.url, "http://foyer").searchParams.get("last");

/** Time goes by for the timers that look, while messages between tabs find their way. */
async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone < ms; gone += 5_000) {
    vi.advanceTimersByTime(5_000);
    await sleep(10);
  }
}

test("tabs on any events and portals share one stream, and each hears what is its own", async () => {
  const one = new Tab(A);
  const two = new Tab(B);
  const line = await lineFor(A, B);
  line.say("change", A, "7", { topic: "participants", ids: ["ptp_1"] });
  await vi.waitFor(() =>
    expect(one.heard[A]).toEqual([
      { kind: "change", seq: "7", topic: "participants", ids: ["ptp_1"] },
    ]),
  );
  expect(two.heard[B]).toEqual([]);
});

test("eight tabs on eight events hold one stream, and a ninth joins it where the others are", async () => {
  const names = Array.from({ length: 8 }, (_, n) => `events/evt_${n}`);
  for (const of of names) new Tab(of);
  const line = await lineFor(...names);
  line.say("seen", names[0], "12");
  const ninth = new Tab(A);
  const wider = await lineFor(...names, A);
  expect(lastOf(wider)).toBe(idWith(wider, names[0], "12"));
  wider.say("hello", A, "3");
  await vi.waitFor(() => expect(ninth.heard[A]).toEqual([{ kind: "all", seq: "3" }]));
});

test("what is more than one stream can tell of is asked for again with every beat", async () => {
  const names = Array.from({ length: 32 }, (_, n) => `events/evt_${n}`);
  for (const of of names) new Tab(of);
  await lineFor(...names);
  const late = new Tab(A);
  await sleep(300);
  const line = await lineFor(...names);
  line.say("beat", "", "", { openMs: 0 });
  await vi.waitFor(() => expect(late.heard[A]).toEqual([{ kind: "all", seq: null }]));
});

test("a tab that comes to a channel others follow already is told to fetch everything, and nobody else is", async () => {
  const first = new Tab(A);
  const line = await lineFor(A);
  line.onopen?.();
  line.say("change", A, "4", { topic: "event", ids: [] });
  await vi.waitFor(() => expect(first.heard[A]).toHaveLength(1));
  const second = new Tab(A);
  await vi.waitFor(() => expect(second.heard[A]).toEqual([{ kind: "all", seq: "4" }]), 3_000);
  expect([first.heard[A]?.length, second.state]).toEqual([1, "live"]);
  expect(TestEventSource.all).toHaveLength(1);
});

test("a page that the server has just rendered is told only what came after it", async () => {
  const first = new Tab().join(A, "4");
  const line = await lineFor(A);
  expect(lastOf(line)).toBe("4");
  line.onopen?.();
  line.say("change", A, "6", { topic: "event", ids: [] });
  await vi.waitFor(() => expect(first.heard[A]).toHaveLength(1));
  const [later, earlier] = [new Tab().join(A, "7"), new Tab().join(A, "5")];
  await vi.waitFor(() => expect(earlier.heard[A]).toEqual([{ kind: "all", seq: "6" }]), 3_000);
  expect([later.heard[A], later.state]).toEqual([[], "live"]);
});

test("where there is no room the page says so, hears what it missed, and is live as soon as there is", async () => {
  const tab = new Tab(A);
  const line = await lineFor(A);
  line.onopen?.();
  line.say("full");
  line.say("change", A, "3", { topic: "event", ids: [] });
  line.readyState = TestEventSource.CONNECTING;
  line.onerror?.();
  await pass(60_000);
  expect([tab.heard[A]?.length, tab.state, open()]).toEqual([1, "crowded", [line]]);
  line.readyState = 1;
  line.onopen?.();
  line.say("beat", "", "3", { openMs: 1 });
  await vi.waitFor(() => expect(tab.state).toBe("live"));
});

test("when the tab that leads is closed, the next goes on where each channel was", async () => {
  const first = new Tab(A);
  await lineFor(A);
  const second = new Tab(B);
  const line = await lineFor(A, B);
  line.say("change", A, "7", { topic: "event", ids: [] });
  line.say("seen", B, "9");
  const leader = [first, second].find((tab) => tab.heard[A]?.length === 1 || tab === first);
  leader?.stream.suspend();
  const next = await lineFor(B);
  expect(lastOf(next)).toBe("9");
});

test("a leader that says nothing for 40 s is replaced, and follows when it comes back", async () => {
  const first = new Tab(A);
  const line = await lineFor(A);
  line.onopen?.();
  line.say("seen", A, "5");
  const second = new Tab(A);
  await vi.waitFor(() => expect(second.heard[A]).toHaveLength(1), 3_000);
  const channel = TestChannel.all[0] as TestChannel;
  channel.stop();
  await pass(30_000);
  expect(open()).toEqual([line]);
  await pass(20_000);
  await vi.waitFor(() => expect(open()).toHaveLength(2), 3_000);
  const next = open()[1] as TestEventSource;
  expect([lastOf(next), second.state]).toEqual(["5", "reconnecting"]);
  next.onopen?.();
  channel.goOn();
  await vi.waitFor(() => expect(open()).toEqual([next]), 3_000);
  next.say("change", A, "6", { topic: "event", ids: [] });
  await vi.waitFor(() => expect(first.heard[A]?.at(-1)).toMatchObject({ seq: "6" }), 3_000);
  expect([first.state, second.state]).toEqual(["live", "live"]);
});

test("nobody reads a channel any more that nobody wants", async () => {
  const tab = new Tab(A, B);
  await lineFor(A, B);
  tab.leave(A);
  await lineFor(B);
  tab.leave(B);
  await vi.waitFor(() => expect(open()).toEqual([]), 3_000);
});

test("who is shown out of one channel hears so, and the others go on", async () => {
  const one = new Tab(A);
  const two = new Tab(B);
  const line = await lineFor(A, B);
  line.say("signed_out", B);
  await vi.waitFor(() => expect(two.heard[B]).toEqual([{ kind: "shown_out" }]));
  line.say("change", A, "1", { topic: "event", ids: [] });
  await vi.waitFor(() => expect(one.heard[A]).toHaveLength(1));
  expect(open()).toEqual([line]);
  two.leave(B);
  two.join(B);
  await vi.waitFor(() => expect(TestEventSource.all).toHaveLength(2), 3_000);
  const anew = await lineFor(A, B);
  expect(lastOf(anew)).toBe(idWith(anew, A, "1"));
});

test("a line without a word for 45 s is opened anew, where it had been heard", async () => {
  const tab = new Tab(A);
  const line = await lineFor(A);
  line.onopen?.();
  line.say("seen", A, "5");
  for (let beat = 0; beat < 4; beat += 1) {
    await pass(15_000);
    line.say("beat", "", "5", { openMs: (beat + 1) * 15_000 });
  }
  expect([open(), tab.state]).toEqual([[line], "live"]);
  await pass(50_000);
  expect(tab.state).toBe("reconnecting");
  const anew = await lineFor(A);
  expect([anew === line, lastOf(anew)]).toEqual([false, "5"]);
});

test("a stream that goes on saying something is kept for as long as anybody wants it", async () => {
  new Tab(A);
  new Tab(B);
  const line = await lineFor(A, B);
  line.onopen?.();
  for (let beat = 1; beat <= 20; beat += 1) {
    await pass(15_000);
    line.say("beat", "", "", { openMs: beat * 15_000 });
    await sleep(5);
  }
  expect(open()).toEqual([line]);
  expect(TestEventSource.all).toHaveLength(1);
});

test("a tab that has vanished without a word is not listened for any more", async () => {
  new Tab(A);
  await lineFor(A);
  new Tab(B);
  const line = await lineFor(A, B);
  line.onopen?.();
  TestChannel.all[1]?.stop();
  for (let beat = 1; beat <= 8; beat += 1) {
    await pass(15_000);
    for (const each of open()) each.say("beat", "", "", { openMs: beat * 15_000 });
  }
  // The tab itself, which hears nobody, has opened one of its own.
  await vi.waitFor(() => expect(open().map(channelsOf)).toContainEqual([A]), 3_000);
});

test("a line that tells what is a minute old is opened anew", async () => {
  new Tab(A);
  const line = await lineFor(A);
  line.onopen?.();
  for (let beat = 0; beat < 5; beat += 1) {
    await pass(20_000);
    line.say("beat", "", "", { openMs: beat * 1_000 });
  }
  expect((await lineFor(A)) === line).toBe(false);
});

test("somebody who looks again does not wait for the clock, nor does a machine back in a network", async () => {
  const tab = new Tab(A);
  const line = await lineFor(A);
  line.onopen?.();
  tab.stream.look();
  expect(open()).toEqual([line]);
  await pass(25_000);
  tab.stream.look();
  const second = await lineFor(A);
  expect(second === line).toBe(false);
  second.onopen?.();
  tab.stream.look(true);
  expect((await lineFor(A)) === second).toBe(false);
});

test("a page that was put away lets go of the stream, and catches up when it is shown again", async () => {
  const tab = new Tab(A);
  (await lineFor(A)).say("seen", A, "5");
  tab.stream.suspend();
  expect(open()).toEqual([]);
  tab.stream.resume();
  expect(lastOf(await lineFor(A))).toBe("5");
});

test("a refused line is tried again, later and later, and says so meanwhile", async () => {
  const tab = new Tab(A);
  const line = await lineFor(A);
  line.close();
  line.onerror?.();
  expect(tab.states).toEqual(["connecting", "refused"]);
  const second = await lineFor(A);
  expect(TestEventSource.all).toHaveLength(2);
  second.close();
  second.onerror?.();
  expect(tab.states).toEqual(["connecting", "refused", "reconnecting", "refused"]);
});

test("a page that cannot be told of its neighbours asks again every 20 s, while somebody looks", async () => {
  vi.stubGlobal("BroadcastChannel", function refuse() {
    throw new DOMException("blocked", "SecurityError");
  });
  const tab = new Tab(A);
  await vi.waitFor(() => expect(tab.state).toBe("polling"), 3_000);
  await pass(25_000);
  expect(tab.heard[A]).toEqual([{ kind: "all", seq: null }]);
  vi.stubGlobal("document", { hidden: true });
  await pass(60_000);
  expect(tab.heard[A]).toHaveLength(1);
  expect(TestEventSource.all).toEqual([]);
});
