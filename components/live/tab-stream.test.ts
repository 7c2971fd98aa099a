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

/** A message takes a moment of the test's own clock. A page can be stopped, as by a dialog: it neither hears nor says anything until it goes on. */
class TestChannel {
  static readonly all: TestChannel[] = [];
  onmessage: ((event: MessageEvent) => void) | null = null;
  #state: "open" | "stopped" | "closed" = "open";
  #missed: MessageEvent[] = [];

  constructor() {
    TestChannel.all.push(this);
  }
  postMessage(data: unknown): void {
    if (this.#state !== "open") return;
    const event = new MessageEvent("message", { data: structuredClone(data) });
    const others = TestChannel.all.filter((each) => each !== this);
    setTimeout(() => {
      for (const other of others) other.#hear(event);
    }, messageMs);
  }
  #hear(event: MessageEvent): void {
    if (this.#state === "stopped") this.#missed.push(event);
    if (this.#state === "open") this.onmessage?.(event);
  }
  stop(): void {
    this.#state = "stopped";
  }
  goOn(): void {
    this.#state = "open";
    for (const event of this.#missed.splice(0)) this.#hear(event);
  }
  close(): void {
    this.#state = "closed";
  }
}

/** What a message takes from tab to tab. */
let messageMs = 2;

const A = "events/evt_a";
const B = "portal/evt_b";

const tabs: Tab[] = [];

class Tab {
  readonly stream = new TabStream();
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
  TestEventSource.all.length = 0;
  TestChannel.all.length = 0;
  messageMs = 2;
  vi.stubGlobal("BroadcastChannel", TestChannel);
  vi.stubGlobal("EventSource", TestEventSource);
  vi.stubGlobal("document", { hidden: false });
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
});
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.stream.suspend();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const open = () => TestEventSource.all.filter(({ readyState }) => readyState !== 2);

/** Time goes by until `check` passes, 3 s at most. Answers what it answers. */
function until<T>(check: () => T): T {
  for (let waited = 0; waited < 3_000; waited += 10) {
    try {
      return check();
    } catch {
      vi.advanceTimersByTime(10);
    }
  }
  return check();
}

/** The one open stream, once it is for these channels. */
function lineFor(...channels: string[]): TestEventSource {
  return until(() => {
    const lines = open();
    const line = lines[0] as TestEventSource;
    expect(lines).toHaveLength(1);
    expect(channelsOf(line).sort()).toEqual([...channels].sort());
    return line;
  });
}

const lastOf = (line: TestEventSource) =>
  new URL(line.url, "http://foyer").searchParams.get("last");

const pass = (ms: number) => vi.advanceTimersByTime(ms);

test("tabs on any events and portals share one stream, and each hears what is its own", () => {
  const one = new Tab(A);
  const two = new Tab(B);
  const line = lineFor(A, B);
  line.say("change", A, "7", { topic: "participants", ids: ["ptp_1"] });
  until(() =>
    expect(one.heard[A]).toEqual([
      { kind: "change", seq: "7", topic: "participants", ids: ["ptp_1"] },
    ]),
  );
  expect(two.heard[B]).toEqual([]);
});

test("eight tabs on eight events hold one stream, and a ninth joins it where the others are", () => {
  const names = Array.from({ length: 8 }, (_, n) => `events/evt_${n}`);
  for (const of of names) new Tab(of);
  const line = lineFor(...names);
  line.say("seen", names[0], "12");
  const ninth = new Tab(A);
  const wider = lineFor(...names, A);
  expect(lastOf(wider)).toBe(idWith(wider, names[0], "12"));
  wider.say("hello", A, "3");
  until(() => expect(ninth.heard[A]).toEqual([{ kind: "all", seq: "3" }]));
});

test("what is more than one stream can tell of is asked for again with every beat", () => {
  const names = Array.from({ length: 32 }, (_, n) => `events/evt_${n}`);
  for (const of of names) new Tab(of);
  lineFor(...names);
  const late = new Tab(A);
  pass(300);
  const line = lineFor(...names);
  line.say("beat", "", "", { openMs: 0 });
  until(() => expect(late.heard[A]).toEqual([{ kind: "all", seq: null }]));
});

test("a tab that comes to a channel others follow already is told to fetch everything, and nobody else is", () => {
  const first = new Tab(A);
  const line = lineFor(A);
  line.onopen?.();
  line.say("change", A, "4", { topic: "event", ids: [] });
  until(() => expect(first.heard[A]).toHaveLength(1));
  const second = new Tab(A);
  until(() => expect(second.heard[A]).toEqual([{ kind: "all", seq: "4" }]));
  expect([first.heard[A]?.length, second.state]).toEqual([1, "live"]);
  expect(TestEventSource.all).toHaveLength(1);
});

test("a page that the server has just rendered is told only what came after it", () => {
  const first = new Tab().join(A, "4");
  const line = lineFor(A);
  expect(lastOf(line)).toBe("4");
  line.onopen?.();
  line.say("change", A, "6", { topic: "event", ids: [] });
  until(() => expect(first.heard[A]).toHaveLength(1));
  const [later, earlier] = [new Tab().join(A, "7"), new Tab().join(A, "5")];
  until(() => expect(earlier.heard[A]).toEqual([{ kind: "all", seq: "6" }]));
  expect([later.heard[A], later.state]).toEqual([[], "live"]);
});

test("where there is no room the page says so, hears what it missed, and is live as soon as there is", () => {
  const tab = new Tab(A);
  const line = lineFor(A);
  line.onopen?.();
  line.say("full");
  line.say("change", A, "3", { topic: "event", ids: [] });
  line.readyState = TestEventSource.CONNECTING;
  line.onerror?.();
  pass(60_000);
  expect([tab.heard[A]?.length, tab.state, open()]).toEqual([1, "crowded", [line]]);
  line.readyState = 1;
  line.onopen?.();
  line.say("beat", "", "3", { openMs: 1 });
  until(() => expect(tab.state).toBe("live"));
});

test("when the tab that leads is closed, the next goes on where each channel was", () => {
  const first = new Tab(A);
  lineFor(A);
  const second = new Tab(B);
  const line = lineFor(A, B);
  line.say("change", A, "7", { topic: "event", ids: [] });
  line.say("seen", B, "9");
  const leader = [first, second].find((tab) => tab.heard[A]?.length === 1 || tab === first);
  leader?.stream.suspend();
  const next = lineFor(B);
  expect(lastOf(next)).toBe("9");
});

test("a leader that says nothing for 40 s is replaced, and follows when it comes back", () => {
  const first = new Tab(A);
  const line = lineFor(A);
  line.onopen?.();
  line.say("seen", A, "5");
  const second = new Tab(A);
  until(() => expect(second.heard[A]).toHaveLength(1));
  const channel = TestChannel.all[0] as TestChannel;
  channel.stop();
  pass(30_000);
  expect(open()).toEqual([line]);
  pass(20_000);
  until(() => expect(open()).toHaveLength(2));
  const next = open()[1] as TestEventSource;
  expect([lastOf(next), second.state]).toEqual(["5", "reconnecting"]);
  next.onopen?.();
  channel.goOn();
  until(() => expect(open()).toEqual([next]));
  next.say("change", A, "6", { topic: "event", ids: [] });
  until(() => expect(first.heard[A]?.at(-1)).toMatchObject({ seq: "6" }));
  expect([first.state, second.state]).toEqual(["live", "live"]);
});

test("a newcomer whom a busy leader answers too late leads, and the browser still has one stream", () => {
  const first = new Tab(A);
  const line = lineFor(A);
  line.say("seen", A, "5");
  messageMs = 400;
  const second = new Tab(B);
  pass(2_000);
  const next = lineFor(A, B);
  expect([next === line, lastOf(next)]).toEqual([false, idWith(next, A, "5")]);
  next.say("change", A, "6", { topic: "event", ids: [] });
  until(() => expect(first.heard[A]?.at(-1)).toMatchObject({ seq: "6" }));
  expect(second.heard[B]).toEqual([]);
});

test("nobody reads a channel any more that nobody wants", () => {
  const tab = new Tab(A, B);
  lineFor(A, B);
  tab.leave(A);
  lineFor(B);
  tab.leave(B);
  until(() => expect(open()).toEqual([]));
});

test("who is shown out of one channel hears so, and the others go on", () => {
  const one = new Tab(A);
  const two = new Tab(B);
  const line = lineFor(A, B);
  line.say("signed_out", B);
  until(() => expect(two.heard[B]).toEqual([{ kind: "shown_out" }]));
  line.say("change", A, "1", { topic: "event", ids: [] });
  until(() => expect(one.heard[A]).toHaveLength(1));
  expect(open()).toEqual([line]);
  two.leave(B);
  two.join(B);
  until(() => expect(TestEventSource.all).toHaveLength(2));
  const anew = lineFor(A, B);
  expect(lastOf(anew)).toBe(idWith(anew, A, "1"));
});

test("a line without a word for 45 s is opened anew, where it had been heard", () => {
  const tab = new Tab(A);
  const line = lineFor(A);
  line.onopen?.();
  line.say("seen", A, "5");
  for (let beat = 0; beat < 4; beat += 1) {
    pass(15_000);
    line.say("beat", "", "5", { openMs: (beat + 1) * 15_000 });
  }
  expect([open(), tab.state]).toEqual([[line], "live"]);
  pass(50_000);
  expect(tab.state).toBe("reconnecting");
  const anew = lineFor(A);
  expect([anew === line, lastOf(anew)]).toEqual([false, "5"]);
});

test("a stream that goes on saying something is kept for as long as anybody wants it", () => {
  new Tab(A);
  new Tab(B);
  const line = lineFor(A, B);
  line.onopen?.();
  for (let beat = 1; beat <= 20; beat += 1) {
    pass(15_000);
    line.say("beat", "", "", { openMs: beat * 15_000 });
  }
  expect(open()).toEqual([line]);
  expect(TestEventSource.all).toHaveLength(1);
});

test("a tab that has vanished without a word is not listened for any more", () => {
  new Tab(A);
  lineFor(A);
  new Tab(B);
  const line = lineFor(A, B);
  line.onopen?.();
  TestChannel.all[1]?.stop();
  for (let beat = 1; beat <= 8; beat += 1) {
    pass(15_000);
    for (const each of open()) each.say("beat", "", "", { openMs: beat * 15_000 });
  }
  // The tab itself, which hears nobody, has opened one of its own.
  until(() => expect(open().map(channelsOf)).toContainEqual([A]));
});

test("a line that tells what is a minute old is opened anew", () => {
  new Tab(A);
  const line = lineFor(A);
  line.onopen?.();
  for (let beat = 0; beat < 5; beat += 1) {
    pass(20_000);
    line.say("beat", "", "", { openMs: beat * 1_000 });
  }
  expect(lineFor(A) === line).toBe(false);
});

test("somebody who looks again does not wait for the clock, nor does a machine back in a network", () => {
  const tab = new Tab(A);
  const line = lineFor(A);
  line.onopen?.();
  tab.stream.look();
  expect(open()).toEqual([line]);
  pass(25_000);
  tab.stream.look();
  const second = lineFor(A);
  expect(second === line).toBe(false);
  second.onopen?.();
  tab.stream.look(true);
  expect(lineFor(A) === second).toBe(false);
});

test("a page that was put away lets go of the stream, and catches up when it is shown again", () => {
  const tab = new Tab(A);
  lineFor(A).say("seen", A, "5");
  tab.stream.suspend();
  expect(open()).toEqual([]);
  tab.stream.resume();
  expect(lastOf(lineFor(A))).toBe("5");
});

test("a refused line is tried again, later and later, and says so meanwhile", () => {
  const tab = new Tab(A);
  const line = lineFor(A);
  line.close();
  line.onerror?.();
  expect(tab.states).toEqual(["connecting", "refused"]);
  const second = lineFor(A);
  expect(TestEventSource.all).toHaveLength(2);
  second.close();
  second.onerror?.();
  expect(tab.states).toEqual(["connecting", "refused", "reconnecting", "refused"]);
});

test("a page that cannot be told of its neighbours asks again every 20 s, while somebody looks", () => {
  vi.stubGlobal("BroadcastChannel", function refuse() {
    throw new DOMException("blocked", "SecurityError");
  });
  const tab = new Tab(A);
  until(() => expect(tab.state).toBe("polling"));
  pass(25_000);
  expect(tab.heard[A]).toEqual([{ kind: "all", seq: null }]);
  vi.stubGlobal("document", { hidden: true });
  pass(60_000);
  expect(tab.heard[A]).toHaveLength(1);
  expect(TestEventSource.all).toEqual([]);
});
