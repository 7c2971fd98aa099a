import DataLoader from "dataloader";
import { ApiError } from "./api-error";
import { fetchView } from "./fetch-view";

type Wanted = { path: string; signal: AbortSignal };
type Part = { status: number; body: unknown };

/** As many as the server answers at once. */
const MOST_PARTS = 10;
/** Proxies take no longer addresses. */
const LONGEST_ADDRESS = 8_000;

const loaders = new Map<string, DataLoader<Wanted, unknown>>();

/**
 * Reads a view of an event, by its path below the event's. What is asked for in one moment comes in one answer:
 * after a change a screen wants its rows, its counts and the overview. Throws ApiError; an abort passes through.
 */
export function fetchEventView<T>(eventId: string, path: string, signal: AbortSignal): Promise<T> {
  const loader = loaders.get(eventId) ?? newLoader(eventId);
  loaders.set(eventId, loader);
  const gone = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([loader.load({ path, signal }), gone]) as Promise<T>;
}

function newLoader(eventId: string): DataLoader<Wanted, unknown> {
  const base = `/api/events/${encodeURIComponent(eventId)}`;
  return new DataLoader(
    async (wanted) => {
      const search = new URLSearchParams(wanted.map(({ path }) => ["of", path]));
      const address = `${base}/batch?${search}`;
      if (wanted.length === 1 || address.length > LONGEST_ADDRESS) {
        return Promise.all(
          wanted.map(({ path, signal }) =>
            fetchView(`${base}/${path}`, signal).catch((error: Error) => error),
          ),
        );
      }
      const parts = await fetchView<Part[]>(address, whenAllAbort(wanted));
      return parts.map(({ status, body }) => (status === 200 ? body : errorOf(status, body)));
    },
    { cache: false, maxBatchSize: MOST_PARTS },
  );
}

function errorOf(status: number, body: unknown): ApiError {
  const { error, message } = body as { error: string; message: string };
  return new ApiError(status, error, message);
}

/** Nobody waits any more. */
function whenAllAbort(wanted: readonly Wanted[]): AbortSignal {
  const all = new AbortController();
  let waiting = wanted.length;
  for (const { signal } of wanted) {
    const leave = () => {
      waiting -= 1;
      if (waiting === 0) all.abort();
    };
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
  }
  return all.signal;
}
