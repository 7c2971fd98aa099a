import type { StreamMessage } from "./stream-message";
import type { StreamSource } from "./stream-source";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Keeps one EventSource open until `signal` aborts or the stream is over, and tells what comes. A
 * connection that broke is EventSource's own to mend; one that was refused is tried anew here, later
 * and later.
 */
export function openSource(
  { address, mayGoOn }: Omit<StreamSource, "name">,
  after: string | null,
  tell: (message: StreamMessage) => void,
  signal: AbortSignal,
): void {
  let last = after;
  let waitMs = FIRST_WAIT_MS;

  function connect(): void {
    if (signal.aborted) return;
    const query = last === null ? "" : `?last=${encodeURIComponent(last)}`;
    const source = new EventSource(`${address}${query}`);
    const close = () => source.close();
    signal.addEventListener("abort", close, { once: true });

    source.onopen = () => {
      waitMs = FIRST_WAIT_MS;
      tell({ kind: "state", state: "live" });
    };
    source.addEventListener("change", (event) => {
      last = event.lastEventId;
      const { topic, ids } = JSON.parse(event.data);
      tell({ kind: "change", seq: last, topic, ids });
    });
    source.addEventListener("seen", (event) => {
      last = event.lastEventId;
      tell({ kind: "seen", seq: last });
    });
    for (const name of ["hello", "reset"]) {
      source.addEventListener(name, (event) => {
        last = event.lastEventId || last;
        tell({ kind: "all", seq: last });
      });
    }
    source.addEventListener("signed_out", () => void leave());
    source.onerror = () => {
      if (signal.aborted) return;
      tell({ kind: "state", state: "reconnecting" });
      if (source.readyState === EventSource.CLOSED) void leave();
    };

    async function leave(): Promise<void> {
      source.close();
      signal.removeEventListener("abort", close);
      const goesOn = mayGoOn ? await mayGoOn() : true;
      if (signal.aborted) return;
      if (goesOn) tryAgainLater();
      else tell({ kind: "signed_out" });
    }
  }

  function tryAgainLater(): void {
    setTimeout(connect, waitMs * (0.75 + Math.random() / 2));
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  connect();
}
