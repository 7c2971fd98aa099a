import type { PortalEntryView } from "@/lib/portal/portal-entry-view";
import type { SignInSecret } from "./sign-in-secret";

/** What a frame needs of its window. */
export type FrameHost = {
  location: { origin: string };
  open: (address: string, name: string, features: string) => Popup | null;
  addEventListener: (
    type: "message",
    listener: (event: FrameMessage) => void,
    options: { signal: AbortSignal },
  ) => void;
};
type Popup = { readonly closed: boolean };
type FrameMessage = { origin: string; source: unknown; data: unknown };

/**
 * How it ended. `blocked`: the browser opened no window. `closed`: the window went away before anything
 * came of it. `refused`: Foyer did not take the code. `unreachable`: Foyer did not answer. `kept_out`: Foyer took it,
 * and the browser keeps no cookie of this frame's.
 */
export type FrameSignInOutcome =
  | "signed_in"
  | "blocked"
  | "closed"
  | "refused"
  | "unreachable"
  | "kept_out";

const POPUP_NAME = "foyer-sign-in";
const POPUP_FEATURES = "popup,width=480,height=720";
const LOOK_EVERY_MS = 500;
/** The last words of a window can still be on their way when it is already closed. */
const LOOKS_BEFORE_GIVING_UP = 3;

/**
 * Signs a frame in by way of a popup, because cookies set at top level are not seen in a frame: the popup
 * hands over a code by message, and the code together with the verifier, which never left the frame,
 * brings the frame a cookie of its own. Opens the popup before anything is waited for, so that the click
 * still counts for it.
 */
export async function signInFromFrame(
  eventId: string,
  { challenge, verifier }: SignInSecret,
  signal: AbortSignal,
  host: FrameHost = window,
): Promise<FrameSignInOutcome> {
  const popup = host.open(popupAddress(eventId, challenge), POPUP_NAME, POPUP_FEATURES);
  if (!popup) return "blocked";
  const code = await waitForCode(popup, signal, host);
  return code === null ? "closed" : handOver(eventId, code, verifier);
}

/** The page that starts the sign-in inside the popup. */
function popupAddress(eventId: string, challenge: string): string {
  return `/portal/${encodeURIComponent(eventId)}/sign-in?challenge=${challenge}`;
}

function waitForCode(popup: Popup, signal: AbortSignal, host: FrameHost): Promise<string | null> {
  return new Promise((resolve) => {
    const end = new AbortController();
    const finish = (code: string | null) => {
      end.abort();
      clearInterval(timer);
      resolve(code);
    };
    let looksAtNothing = 0;
    const timer = setInterval(() => {
      looksAtNothing = popup.closed ? looksAtNothing + 1 : 0;
      if (looksAtNothing >= LOOKS_BEFORE_GIVING_UP) finish(null);
    }, LOOK_EVERY_MS);
    host.addEventListener(
      "message",
      ({ origin, source, data }) => {
        if (origin !== host.location.origin || source !== popup) return;
        if (isHandoff(data)) finish(data.code);
      },
      { signal: end.signal },
    );
    signal.addEventListener("abort", () => finish(null), { signal: end.signal });
  });
}

function isHandoff(data: unknown): data is { type: "foyer:handoff"; code: string } {
  if (typeof data !== "object" || data === null) return false;
  return (
    "type" in data &&
    data.type === "foyer:handoff" &&
    "code" in data &&
    typeof data.code === "string"
  );
}

async function handOver(
  eventId: string,
  code: string,
  verifier: string,
): Promise<FrameSignInOutcome> {
  try {
    const response = await fetch(`/api/portal/${encodeURIComponent(eventId)}/handoff`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code, verifier }),
    });
    if (!response.ok) return response.status >= 500 ? "unreachable" : "refused";
    return (await isSignedIn(eventId)) ? "signed_in" : "kept_out";
  } catch {
    // No answer at all; the code is lost, and another sign-in brings another.
    return "unreachable";
  }
}

/** Whether the cookie that came with the answer is sent again: browsers take it in a frame, and drop it without a word. */
async function isSignedIn(eventId: string): Promise<boolean> {
  const response = await fetch(`/api/portal/${encodeURIComponent(eventId)}`);
  if (!response.ok) return response.status >= 500;
  const { session } = (await response.json()) as PortalEntryView;
  return session.state === "signed_in";
}
