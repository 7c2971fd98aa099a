import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";
import type { TrailView } from "@/lib/connections/trail-view";
import type { ErasurePreviewView } from "@/lib/erasures/erasure-view";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import type { ApplicationListView } from "@/lib/participants/participant-view";
import type { ProgramView } from "@/lib/program/program-view";
import type { SyncProgressView } from "@/lib/syncs/sync-progress-view";
import { fetchView } from "./fetch-view";

export type ListKind = "applications" | "participants";
export type ListFilters = { status: string[]; q: string; sort: string };

const at = (eventId: string) => `/api/events/${encodeURIComponent(eventId)}`;

/** The address of one page of a list. */
export function listAddress(
  eventId: string,
  kind: ListKind,
  { status, q, sort }: ListFilters,
  cursor: string | null,
): string {
  const search = new URLSearchParams({ sort });
  for (const each of status) search.append("status", each);
  if (q !== "") search.set("q", q);
  if (cursor) search.set("cursor", cursor);
  return `${at(eventId)}/${kind}?${search}`;
}

/** Every query about an event is made here; invalidation names the same keys. */
export const eventQueries = {
  all: (eventId: string) => ["event", eventId] as const,

  overview: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "overview"] as const,
      queryFn: ({ signal }) => fetchView<EventOverviewView>(`${at(eventId)}/overview`, signal),
    }),

  /** What erasing the event would delete, counted anew each time. */
  erasure: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "erasure"] as const,
      queryFn: ({ signal }) => fetchView<ErasurePreviewView>(`${at(eventId)}/erasure`, signal),
      staleTime: 0,
    }),

  /** What happened to the connection, the newest first. */
  trail: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "trail"] as const,
      queryFn: ({ signal }) => fetchView<TrailView>(`${at(eventId)}/trail`, signal),
    }),

  /** Whether an erasure has left its certificate. */
  isErased: (erasureId: string) =>
    queryOptions({
      queryKey: ["certificate", erasureId] as const,
      queryFn: async ({ signal }) => {
        const address = `/api/certificates/${encodeURIComponent(erasureId)}`;
        return (await fetch(address, { signal })).ok;
      },
      staleTime: 0,
    }),

  sync: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "sync"] as const,
      queryFn: ({ signal }) => fetchView<SyncProgressView | null>(`${at(eventId)}/sync`, signal),
    }),

  program: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "program"] as const,
      queryFn: ({ signal }) => fetchView<ProgramView>(`${at(eventId)}/program`, signal),
    }),

  lists: (eventId: string) => ["event", eventId, "list"] as const,

  list: (eventId: string, kind: ListKind, filters: ListFilters) =>
    infiniteQueryOptions({
      queryKey: ["event", eventId, "list", kind, filters] as const,
      queryFn: ({ pageParam, signal }) =>
        fetchView<ApplicationListView>(listAddress(eventId, kind, filters, pageParam), signal),
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
    }),

  /** One page of a list by itself, asked anew each time. */
  listPage: (eventId: string, kind: ListKind, filters: ListFilters, cursor: string | null) =>
    queryOptions({
      queryKey: ["event", eventId, "page", kind, filters, cursor] as const,
      queryFn: ({ signal }) =>
        fetchView<ApplicationListView>(listAddress(eventId, kind, filters, cursor), signal),
      staleTime: 0,
      gcTime: 0,
      retry: 1,
    }),

  people: (eventId: string) => ["event", eventId, "person"] as const,

  person: (eventId: string, participantId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "person", participantId] as const,
      queryFn: ({ signal }) =>
        fetchView<ApplicationDetailView>(
          `${at(eventId)}/applications/${encodeURIComponent(participantId)}`,
          signal,
        ),
    }),
};
