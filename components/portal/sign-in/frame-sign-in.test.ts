import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type FrameHost, signInFromFrame } from "./frame-sign-in";

const ORIGIN = "https://foyer.example";
const SECRET = { verifier: "the-verifier", challenge: "the-challenge" };
const CODE = { type: "foyer:handoff", code: "a-code" };

class Frame implements FrameHost {
  readonly location = { origin: ORIGIN };
  readonly popup = { closed: false };
  readonly opened: string[] = [];
  #listeners: ((event: { origin: string; source: unknown; data: unknown }) => void)[] = [];

  constructor(private readonly blocksPopups = false) {}

  open = (address: string, name: string) => {
    this.opened.push(`${name} ${address}`);
    return this.blocksPopups ? null : this.popup;
  };

  addEventListener: FrameHost["addEventListener"] = (_, listener, { signal }) => {
    this.#listeners.push(listener);
    signal.addEventListener("abort", () => {
      this.#listeners = this.#listeners.filter((each) => each !== listener);
    });
  };

  hear(data: unknown, origin = ORIGIN, source: unknown = this.popup): void {
    for (const listener of this.#listeners) listener({ origin, source, data });
  }

  get isListening(): boolean {
    return this.#listeners.length > 0;
  }
}

let handedOver: [string, unknown][];
let answer: () => Promise<Response>;
/** What the door says to this frame afterwards. */
let session: string;

beforeEach(() => {
  vi.useFakeTimers();
  handedOver = [];
  answer = async () => new Response(null, { status: 204 });
  session = "signed_in";
  vi.stubGlobal("fetch", async (address: string, init?: { body: string }) => {
    if (!init) return Response.json({ event: null, session: { state: session } });
    handedOver.push([address, JSON.parse(init.body)]);
    return answer();
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function signIn(frame: Frame, signal = new AbortController().signal) {
  return signInFromFrame("evt_a", SECRET, signal, frame);
}

test("a frame opens the popup at once and hands over its code with the verifier that only it knows", async () => {
  const frame = new Frame();
  const outcome = signIn(frame);
  expect(frame.opened).toEqual(["foyer-sign-in /portal/evt_a/sign-in?challenge=the-challenge"]);
  frame.hear(CODE);
  frame.popup.closed = true;
  expect(await outcome).toBe("signed_in");
  expect(handedOver).toEqual([
    ["/api/portal/evt_a/handoff", { code: "a-code", verifier: "the-verifier" }],
  ]);
  expect(frame.isListening).toBe(false);
});

test.each<[string, unknown, string, unknown]>([
  ["another origin", CODE, "https://evil.example", undefined],
  ["another window of our origin", CODE, ORIGIN, { closed: false }],
  ["something that is no hand-over", { type: "other", code: "a-code" }, ORIGIN, undefined],
  ["a hand-over without a code", { type: "foyer:handoff" }, ORIGIN, undefined],
  ["a code that is no text", { type: "foyer:handoff", code: 7 }, ORIGIN, undefined],
  ["nothing", null, ORIGIN, undefined],
])("a message from %s is not listened to", async (_, data, origin, source) => {
  const frame = new Frame();
  const outcome = signIn(frame);
  frame.hear(data, origin, source);
  frame.popup.closed = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await outcome).toBe("closed");
  expect(handedOver).toEqual([]);
});

test("a code that is heard just after its window closed still counts", async () => {
  const frame = new Frame();
  const outcome = signIn(frame);
  frame.popup.closed = true;
  await vi.advanceTimersByTimeAsync(600);
  frame.hear(CODE);
  expect(await outcome).toBe("signed_in");
});

test("a browser that keeps no cookie in a frame is told from one that does", async () => {
  session = "none";
  const frame = new Frame();
  const outcome = signIn(frame);
  frame.hear(CODE);
  expect(await outcome).toBe("kept_out");
});

test("a browser that blocks popups is told from a window that was closed", async () => {
  expect(await signIn(new Frame(true))).toBe("blocked");
});

test("an attempt that was given up for another listens no longer", async () => {
  const frame = new Frame();
  const end = new AbortController();
  const outcome = signIn(frame, end.signal);
  end.abort();
  expect(await outcome).toBe("closed");
  expect(frame.isListening).toBe(false);
});

test.each<[string, () => Promise<Response>, string]>([
  ["does not take the code", async () => new Response(null, { status: 401 }), "refused"],
  ["is in trouble", async () => new Response(null, { status: 503 }), "unreachable"],
  ["cannot be reached", () => Promise.reject(new TypeError("offline")), "unreachable"],
])("a frame says so when Foyer %s", async (_, answered, expected) => {
  answer = answered;
  const frame = new Frame();
  const outcome = signIn(frame);
  frame.hear(CODE);
  expect(await outcome).toBe(expected);
});
