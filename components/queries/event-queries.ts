import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { DeliveriesView } from "@/lib/connections/deliveries-view";
import type { EventOverviewView } from "@/lib/connections/event-overview-view";
import type { TrailView } from "@/lib/connections/trail-view";
import type { ErasurePreviewView } from "@/lib/erasures/erasure-view";
import type { ListKind } from "@/lib/list-address/list-fields";
import type { TeamView } from "@/lib/members/team-view";
import type { ApplicationDetailView } from "@/lib/participants/application-detail-view";
import type { CorrectionListView } from "@/lib/participants/correction-view";
import type { FormFieldView } from "@/lib/participants/form-field-view";
import type { ListCountsView } from "@/lib/participants/list-counts-view";
import type { ListPlaceView } from "@/lib/participants/list-place-view";
import type { ApplicationListView } from "@/lib/participants/participant-view";
import type { ProgramView } from "@/lib/program/program-view";
import type { LabelsView } from "@/lib/reviews/label-view";
import type { MentionsView } from "@/lib/reviews/mention-view";
import type { NotesView } from "@/lib/reviews/note-view";
import { PRESENCE_BEAT_MS, type PresenceView } from "@/lib/reviews/presence-view";
import type { ReviewProgressView } from "@/lib/reviews/progress-view";
import type { RatingsView } from "@/lib/reviews/rating-view";
import type { ReviewSettingsView } from "@/lib/reviews/review-settings-view";
import type { ListLayoutView } from "@/lib/saved-views/list-layout-view";
import type { SavedViewView } from "@/lib/saved-views/saved-view-view";
import type { ConnectionFactsView } from "@/lib/syncs/connection-facts-view";
import type { SyncProgressView } from "@/lib/syncs/sync-progress-view";
import { fetchEventView } from "./fetch-event-view";
import { fetchView } from "./fetch-view";
import { send } from "./send";

const at = (eventId: string) => `/api/events/${encodeURIComponent(eventId)}`;

/** Where a page of a list begins: after a cursor, or behind so many rows. */
export type PageStart = string | number;

/**
 * The path of one page of a list, below the event's. `question` is canonical (`questionOf`), and so is the key. The
 * counts are asked beside the rows, which need not wait for them.
 */
export function listPagePath(kind: ListKind, question: string, start: PageStart): string {
  const search = new URLSearchParams(question);
  search.set("counts", "no");
  if (typeof start === "string") search.set("cursor", start);
  else if (start > 0) search.set("offset", String(start));
  return `${kind}?${search}`;
}

/** Every query about an event is made here; invalidation names the same keys. */
export const eventQueries = {
  all: (eventId: string) => ["event", eventId] as const,

  overview: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "overview"] as const,
      queryFn: ({ signal }) => fetchEventView<EventOverviewView>(eventId, "overview", signal),
    }),

  /** The last messages from Revento. */
  deliveries: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "deliveries"] as const,
      queryFn: ({ signal }) => fetchEventView<DeliveriesView>(eventId, "deliveries", signal),
    }),

  /** What erasing the event would delete, counted anew each time. */
  erasure: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "erasure"] as const,
      queryFn: ({ signal }) => fetchView<ErasurePreviewView>(`${at(eventId)}/erasure`, signal),
      staleTime: 0,
    }),

  /** What stands behind the connection. */
  connectionFacts: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "connection"] as const,
      queryFn: ({ signal }) => fetchView<ConnectionFactsView>(`${at(eventId)}/connection`, signal),
    }),

  /** The team and its open invitations. */
  members: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "members"] as const,
      queryFn: ({ signal }) => fetchView<TeamView>(`${at(eventId)}/members`, signal),
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

  /** What the daily checks have corrected, page by page. */
  corrections: (eventId: string) =>
    infiniteQueryOptions({
      queryKey: ["event", eventId, "corrections"] as const,
      queryFn: ({ pageParam, signal }) => {
        const search = pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : "";
        return fetchView<CorrectionListView>(`${at(eventId)}/corrections${search}`, signal);
      },
      initialPageParam: null as string | null,
      getNextPageParam: (page) => page.nextCursor,
    }),

  lists: (eventId: string) => ["event", eventId, "list"] as const,

  /** The pages of a list from row `from` on. */
  list: (eventId: string, kind: ListKind, question: string, from = 0) =>
    infiniteQueryOptions({
      queryKey: ["event", eventId, "list", kind, question, from] as const,
      queryFn: ({ pageParam, signal }) =>
        fetchEventView<ApplicationListView>(
          eventId,
          listPagePath(kind, question, pageParam),
          signal,
        ),
      initialPageParam: from as PageStart,
      getNextPageParam: (page) => page.nextCursor,
    }),

  /** One page of a list by itself, asked anew each time. */
  listPage: (eventId: string, kind: ListKind, question: string, start: PageStart) =>
    queryOptions({
      queryKey: ["event", eventId, "page", kind, question, start] as const,
      queryFn: ({ signal }) =>
        fetchEventView<ApplicationListView>(eventId, listPagePath(kind, question, start), signal),
      staleTime: 0,
      gcTime: 0,
      retry: 1,
    }),

  allPlaces: (eventId: string) => ["event", eventId, "place"] as const,

  /** Where somebody stands in a list, for whoever is not among the rows that are loaded. */
  place: (eventId: string, kind: ListKind, question: string, participantId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "place", kind, question, participantId] as const,
      queryFn: ({ signal }) => {
        const search = new URLSearchParams(question);
        search.set("list", kind);
        const path = `applications/${encodeURIComponent(participantId)}/place?${search}`;
        return fetchView<ListPlaceView | null>(`${at(eventId)}/${path}`, signal);
      },
    }),

  allCounts: (eventId: string) => ["event", eventId, "counts"] as const,

  /** The size of a list and how often each value of these fields occurs in it. */
  counts: (eventId: string, kind: ListKind, question: string, fields: readonly string[]) =>
    queryOptions({
      queryKey: ["event", eventId, "counts", kind, question, fields] as const,
      queryFn: ({ signal }) => {
        const search = new URLSearchParams(question);
        for (const field of fields) search.append("facet", field);
        return fetchEventView<ListCountsView>(eventId, `${kind}/counts?${search}`, signal);
      },
    }),

  /** The fields of the event's own form. */
  formFields: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "form-fields"] as const,
      queryFn: ({ signal }) => fetchView<FormFieldView[]>(`${at(eventId)}/form-fields`, signal),
    }),

  /** How this member has arranged a list. */
  layout: (eventId: string, kind: ListKind) =>
    queryOptions({
      queryKey: ["event", eventId, "layout", kind] as const,
      queryFn: ({ signal }) => fetchView<ListLayoutView>(`${at(eventId)}/${kind}/layout`, signal),
    }),

  allSavedViews: (eventId: string) => ["event", eventId, "saved-views"] as const,

  /** The named views of a list: one's own and the team's. */
  savedViews: (eventId: string, kind: ListKind) =>
    queryOptions({
      queryKey: ["event", eventId, "saved-views", kind] as const,
      queryFn: ({ signal }) => fetchView<SavedViewView[]>(`${at(eventId)}/${kind}/views`, signal),
    }),

  allNotes: (eventId: string) => ["event", eventId, "notes"] as const,

  /** What the team wrote about somebody. */
  notes: (eventId: string, participantId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "notes", participantId] as const,
      queryFn: ({ signal }) =>
        fetchView<NotesView>(
          `${at(eventId)}/applications/${encodeURIComponent(participantId)}/notes`,
          signal,
        ),
    }),

  /** The notes that name this browser's member, the newest first. */
  mentions: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "mentions"] as const,
      queryFn: ({ signal }) => fetchEventView<MentionsView>(eventId, "mentions", signal),
    }),

  allRatings: (eventId: string) => ["event", eventId, "ratings"] as const,

  /** What the team gave somebody's application. */
  ratings: (eventId: string, participantId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "ratings", participantId] as const,
      queryFn: ({ signal }) =>
        fetchView<RatingsView>(
          `${at(eventId)}/applications/${encodeURIComponent(participantId)}/rating`,
          signal,
        ),
    }),

  allPresences: (eventId: string) => ["event", eventId, "presence"] as const,

  /** Who else has an application open. Asking says that this browser's member has, too. */
  presence: (eventId: string, participantId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "presence", participantId] as const,
      queryFn: () =>
        send<PresenceView>({
          method: "PUT",
          path: `${at(eventId)}/applications/${encodeURIComponent(participantId)}/presence`,
        }),
      staleTime: 0,
      gcTime: 0,
      refetchInterval: PRESENCE_BEAT_MS,
      retry: false,
    }),

  /** The words that the team has for applications. */
  labels: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "labels"] as const,
      queryFn: ({ signal }) => fetchView<LabelsView>(`${at(eventId)}/labels`, signal),
    }),

  /** How far reviewing is. */
  reviewProgress: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "review-progress"] as const,
      queryFn: ({ signal }) =>
        fetchView<ReviewProgressView>(`${at(eventId)}/review/progress`, signal),
    }),

  /** How the team reviews. */
  reviewSettings: (eventId: string) =>
    queryOptions({
      queryKey: ["event", eventId, "review-settings"] as const,
      queryFn: ({ signal }) =>
        fetchView<ReviewSettingsView>(`${at(eventId)}/review-settings`, signal),
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
