import { openSource } from "./open-source";
import type { LiveState, StreamMessage } from "./stream-message";
import type { StreamSource } from "./stream-source";

type Wire = StreamMessage | { kind: "who" } | { kind: "here"; state: LiveState };

/**
 * Follows a stream over one connection for all tabs of this browser: browsers allow six per host. The
 * tab that holds the lock reads the stream and tells the others; when it closes, the next takes over
 * where it stopped. Frames share with the frames of the same site only, because browsers keep both
 * lock and channel apart by the site around; where they refuse either, each page reads for itself.
 * Answers what ends it.
 */
export function shareStream(
  source: StreamSource,
  listener: (message: StreamMessage) => void,
): () => void {
  const end = new AbortController();
  const channel = openChannel(source.name);
  if (!channel) {
    openSource(source, null, listener, end.signal);
    return () => end.abort();
  }

  let last: string | null = null;
  let state: LiveState = "connecting";
  let isLeader = false;
  let isOver = false;

  function hear(message: StreamMessage): void {
    if (message.kind === "state") state = message.state;
    else if (message.kind === "signed_out") isOver = true;
    else last = message.seq ?? last;
    listener(message);
  }
  function tell(message: StreamMessage): void {
    post(message);
    hear(message);
  }
  function post(message: Wire): void {
    if (!end.signal.aborted) channel?.postMessage(message);
  }

  channel.onmessage = ({ data }: MessageEvent<Wire>) => {
    if (data.kind === "who") {
      if (isLeader && !isOver) post({ kind: "here", state });
    } else if (data.kind !== "here") {
      hear(data);
    } else if (state === "connecting" && !isLeader) {
      // What changed between this page's first paint and now went by unheard.
      hear({ kind: "state", state: data.state });
      hear({ kind: "all", seq: null });
    }
  };

  navigator.locks
    .request(source.name, { signal: end.signal }, () => {
      isLeader = true;
      if (!isOver) openSource(source, last, tell, end.signal);
      return new Promise<void>((resolve) => {
        end.signal.addEventListener("abort", () => resolve(), { once: true });
      });
    })
    .catch(() => {
      // A frame whose storage is blocked altogether gets no locks (Web Locks API 3.3).
      if (!end.signal.aborted) openSource(source, null, hear, end.signal);
    });
  post({ kind: "who" });

  return () => {
    end.abort();
    channel.close();
  };
}

/** Null where tabs cannot be told of, or wait for, each other: plain http, or storage that is blocked. */
function openChannel(name: string): BroadcastChannel | null {
  if (!("locks" in navigator) || !("BroadcastChannel" in globalThis)) return null;
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
