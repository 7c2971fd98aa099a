import { keepPreviousData, type Query, queryOptions } from "@tanstack/react-query";
import type { ConnectionDetailView, ConnectionListView } from "@/lib/console/connection-list-view";
import type { ConsoleActivityView } from "@/lib/console/console-activity-view";
import type {
  ConsoleOverviewView,
  InstallationCheckView,
  JobsView,
} from "@/lib/console/console-overview-view";
import type {
  DeliveryDetailView,
  DeliveryListView,
  UnknownTypeView,
} from "@/lib/console/delivery-list-view";
import type { OperatorActionListView } from "@/lib/console/operator-action-view";
import type { ErasurePreviewView, ErasureView } from "@/lib/erasures/erasure-view";
import { ApiError } from "./api-error";
import { fetchView } from "./fetch-view";

export type ConnectionFilters = {
  state: string;
  cause: string;
  health: string;
  published: string;
  q: string;
};
export type DeliveryFilters = {
  id: string;
  state: string;
  type: string;
  event: string;
  outcome: string;
  from: string;
  to: string;
};
export type OperatorMeView = { operator: string; expiresAt: string };

const BASE = "/api/admin";
const REFETCH_MS = 5_000;

/** The filters that are set: the others are not asked for at all. */
export function saidOf(values: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

/** An address with the filters that are set. */
function withSearch(path: string, values: Record<string, string | null>): string {
  const search = new URLSearchParams(saidOf(values)).toString();
  return search === "" ? path : `${path}?${search}`;
}

/** Where one delivery is found, in our API and among the pages alike. */
export function deliveryPath(eventId: string | null, deliveryId: string): string {
  return `/deliveries/${encodeURIComponent(eventId ?? "integration")}/${encodeURIComponent(deliveryId)}`;
}

/**
 * Operators' pages have no stream: they ask again while somebody looks. Who is signed out stops asking, and
 * a failure is shown rather than retried behind the reader's back: the next round is the retry.
 */
const WATCHED = {
  staleTime: REFETCH_MS - 1_000,
  retry: false,
  refetchInterval: ({ state: { error } }: Pick<Query, "state">) =>
    error instanceof ApiError && error.status === 401 ? false : REFETCH_MS,
} as const;

const read =
  <View>(path: string) =>
  ({ signal }: { signal: AbortSignal }) =>
    fetchView<View>(BASE + path, signal);

/** Every query of the operators' console is made here; invalidation names the same keys. */
export const consoleQueries = {
  all: ["console"] as const,

  overview: () =>
    queryOptions({
      ...WATCHED,
      queryKey: ["console", "overview"] as const,
      queryFn: read<ConsoleOverviewView>("/overview"),
    }),

  activity: () =>
    queryOptions({
      ...WATCHED,
      queryKey: ["console", "activity"] as const,
      queryFn: read<ConsoleActivityView>("/activity"),
      // It counts thousands of rows, and says nothing that wants to be acted on at once.
      staleTime: 25_000,
      refetchInterval: 30_000,
    }),

  me: () =>
    queryOptions({
      queryKey: ["console", "me"] as const,
      queryFn: read<OperatorMeView>("/me"),
      retry: false,
      refetchInterval: 60_000,
    }),

  connections: (filters: ConnectionFilters) =>
    queryOptions({
      ...WATCHED,
      queryKey: ["console", "connections", filters] as const,
      queryFn: read<ConnectionListView>(withSearch("/connections", filters)),
      placeholderData: keepPreviousData,
    }),

  connection: (eventId: string) =>
    queryOptions({
      ...WATCHED,
      queryKey: ["console", "connection", eventId] as const,
      queryFn: read<ConnectionDetailView>(`/connections/${encodeURIComponent(eventId)}`),
    }),

  erasurePreview: (eventId: string) =>
    queryOptions({
      ...WATCHED,
      queryKey: ["console", "erasure preview", eventId] as const,
      queryFn: read<ErasurePreviewView>(`/connections/${encodeURIComponent(eventId)}/erasure`),
    }),

  deliveries: (filters: DeliveryFilters, cursor: string | null) =>
    queryOptions({
      ...WATCHED,
      queryKey: ["console", "deliveries", filters, cursor] as const,
      queryFn: read<DeliveryListView>(withSearch("/deliveries", { ...filters, cursor })),
      placeholderData: keepPreviousData,
    }),

  unknownTypes: () =>
    queryOptions({
      ...WATCHED,
      queryKey: ["console", "unknown types"] as const,
      queryFn: read<UnknownTypeView[]>("/deliveries/unknown-types"),
    }),

  delivery: (eventId: string, deliveryId: string) =>
    queryOptions({
      ...WATCHED,
      queryKey: ["console", "delivery", eventId, deliveryId] as const,
      queryFn: read<DeliveryDetailView>(deliveryPath(eventId, deliveryId)),
    }),

  erasures: () =>
    queryOptions({
      ...WATCHED,
      queryKey: ["console", "erasures"] as const,
      queryFn: read<ErasureView[]>("/erasures"),
    }),

  installations: () =>
    queryOptions({
      ...WATCHED,
      queryKey: ["console", "installations"] as const,
      queryFn: read<InstallationCheckView | null>("/installations"),
    }),

  jobs: () =>
    queryOptions({
      ...WATCHED,
      queryKey: ["console", "jobs"] as const,
      queryFn: read<JobsView>("/jobs"),
    }),

  actions: (event: string, cursor: string | null) =>
    queryOptions({
      ...WATCHED,
      queryKey: ["console", "actions", event, cursor] as const,
      queryFn: read<OperatorActionListView>(withSearch("/actions", { event, cursor })),
      placeholderData: keepPreviousData,
    }),
};
