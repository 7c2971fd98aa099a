import { QueryClient, type QueryClientConfig } from "@tanstack/react-query";
import { ApiError } from "./api-error";
import { isOffline } from "./is-offline";

/** Whether asking again can help: the other side was away, or had too much to do. */
export function isWorthRetrying(error: Error): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
}

const TRIES = 2;
/** A server that says when to come back is there, and a page has time. */
const TRIES_WHILE_BUSY = 8;
const FIRST_DELAY_MS = 1_000;

function isBusy(error: Error): boolean {
  return error instanceof ApiError && error.retryAfterMs !== null;
}

/** Pages that failed at the same moment do not come back at the same moment. */
function delayBefore(failures: number, error: Error): number {
  const told = error instanceof ApiError ? error.retryAfterMs : null;
  return (told ?? FIRST_DELAY_MS * 2 ** failures) * (1 + Math.random() / 2);
}

type Caches = Pick<QueryClientConfig, "queryCache" | "mutationCache">;

/** The browser's cache. The live stream says what is out of date, so that age hardly matters. */
export function newQueryClient(caches: Caches = {}): QueryClient {
  return new QueryClient({
    ...caches,
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        // A browser without a network is told so at once, instead of a page that waits without a word.
        networkMode: "always",
        retry: (failures, error) =>
          failures < (isBusy(error) ? TRIES_WHILE_BUSY : TRIES) &&
          isWorthRetrying(error) &&
          !isOffline(),
        retryDelay: delayBefore,
      },
      mutations: { networkMode: "always" },
    },
  });
}
