import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { BreakdownView } from "@/lib/insights/breakdown-view";
import type { FeedView } from "@/lib/insights/feed-view";
import type { InsightsView } from "@/lib/insights/insights-view";
import { fetchView } from "./fetch-view";

const at = (eventId: string) => `/api/events/${encodeURIComponent(eventId)}`;

/** The queries of the overview's pictures and feed, beside `eventQueries`, of which lists need nothing here. */
export const insightQueries = {
  /** The pictures and the breakdown of every field. */
  all: (eventId: string) => ["event", eventId, "insights"] as const,

  insights: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "insights", "all"] as const,
      queryFn: ({ signal }) => fetchView<InsightsView>(`${at(eventId)}/insights`, signal),
    }),

  breakdown: (eventId: string, field: string) =>
    queryOptions({
      queryKey: ["event", eventId, "insights", "field", field] as const,
      queryFn: ({ signal }) => {
        const search = new URLSearchParams({ field });
        return fetchView<BreakdownView>(`${at(eventId)}/insights?${search}`, signal);
      },
    }),

  feed: (eventId: string) =>
    infiniteQueryOptions({
      queryKey: ["event", eventId, "feed"] as const,
      queryFn: ({ pageParam, signal }) => {
        const search = pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : "";
        return fetchView<FeedView>(`${at(eventId)}/feed${search}`, signal);
      },
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
    }),
};
