import { MutationCache, QueryCache, type QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/components/queries/api-error";
import { portalQueries } from "@/components/queries/portal-queries";
import { newQueryClient } from "@/components/queries/query-client";

/**
 * The cache of one event's portal. Whoever is told 401, by whichever query or write, asks the door: it
 * alone knows why, and the shell shows it.
 */
export function newPortalQueryClient(eventId: string): QueryClient {
  const client: QueryClient = newQueryClient({
    queryCache: new QueryCache({ onError: askTheDoor }),
    mutationCache: new MutationCache({ onError: askTheDoor }),
  });

  function askTheDoor(error: Error): void {
    if (!(error instanceof ApiError) || error.status !== 401) return;
    void client.invalidateQueries({ queryKey: portalQueries.entry(eventId).queryKey });
  }

  return client;
}
