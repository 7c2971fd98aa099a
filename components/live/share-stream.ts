import { openSource } from "./open-source";
import type { LiveState, StreamMessage } from "./stream-message";

type Wire = StreamMessage | { kind: "who" } | { kind: "here"; state: LiveState };

/**
 * Follows an event's stream over one connection for all tabs of this browser: browsers allow six per
 * host. The tab that holds the lock reads the stream and tells the others; when it closes, the next
 * takes over where it stopped. Answers what ends it.
 */
export function shareStream(
  eventId: string,
  listener: (message: StreamMessage) => void,
): () => void {
  const end = new AbortController();
  const name = `foyer stream ${eventId}`;
  if (!("locks" in navigator) || !("BroadcastChannel" in window)) {
    openSource(eventId, null, listener, end.signal);
    return () => end.abort();
  }

  const channel = new BroadcastChannel(name);
  let last: string | null = null;
  let state: LiveState = "connecting";
  let isLeader = false;

  function hear(message: StreamMessage): void {
    if (message.kind === "state") state = message.state;
    else last = message.seq ?? last;
    listener(message);
  }
  function tell(message: StreamMessage): void {
    hear(message);
    post(message);
  }
  function post(message: Wire): void {
    if (!end.signal.aborted) channel.postMessage(message);
  }

  channel.onmessage = ({ data }: MessageEvent<Wire>) => {
    if (data.kind === "who") {
      if (isLeader) post({ kind: "here", state });
    } else if (data.kind !== "here") {
      hear(data);
    } else if (state === "connecting" && !isLeader) {
      // What changed between this page's first paint and now went by unheard.
      hear({ kind: "state", state: data.state });
      hear({ kind: "all", seq: null });
    }
  };

  navigator.locks
    .request(name, { signal: end.signal }, () => {
      isLeader = true;
      openSource(eventId, last, tell, end.signal);
      return new Promise<void>((resolve) => {
        end.signal.addEventListener("abort", () => resolve(), { once: true });
      });
    })
    .catch((error: unknown) => {
      if (!end.signal.aborted) throw error;
    });
  post({ kind: "who" });

  return () => {
    end.abort();
    channel.close();
  };
}
