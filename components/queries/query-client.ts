import { QueryClient, type QueryClientConfig } from "@tanstack/react-query";
import { ApiError } from "./api-error";
import { isOffline } from "./is-offline";

/** Whether asking again can help: the other side was away, or had too much to do. */
export function isWorthRetrying(error: Error): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
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
        retry: (failures, error) => failures < 2 && isWorthRetrying(error) && !isOffline(),
      },
      mutations: { networkMode: "always" },
    },
  });
}
