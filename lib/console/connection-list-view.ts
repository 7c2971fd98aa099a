import type { ErasureView } from "@/lib/erasures/erasure-view";
import type { ForecastChangeView } from "./delivery-list-view";

/** A connection as the operators' list shows it. All times are ISO 8601 in UTC. */
export type ConnectionRowView = {
  eventId: string;
  organizationId: string;
  /** Null until the first sync has read it. */
  title: string | null;
  /** Whether Revento shows the event to the public; null until it was read. */
  isPublic: boolean | null;
  state: string;
  cause: string;
  since: string;
  connectedAt: string;
  pausedAt: string | null;
  scopes: string[];
  /** Of the installation token; null without one. */
  token: {
    firstIssuedAt: string;
    accessExpiresAt: string;
    refreshExpiresAt: string;
    /** A year after consent (contract 2.4). */
    capAt: string;
    refreshFailedAt: string | null;
    refreshFailure: string | null;
    /** Revento asked us to wait until then. */
    pausedUntil: string | null;
  } | null;
  lastDeliveryAt: string | null;
  deliveries: { waiting: number; dead: number };
  lastSync: {
    runId: string;
    kind: string;
    state: string;
    error: string | null;
    finishedAt: string | null;
    drifted: number;
    removed: number;
  } | null;
  nextReconcileAt: string | null;
  /** Calls left to the installation token now (contract 5); null without a token. */
  budget: { hourLeft: number; minuteLeft: number; inFlight: number } | null;
  erasure: {
    id: string;
    scope: "all" | "mirror";
    state: string;
    plannedAt: string;
    dueAt: string;
  } | null;
  /** "trouble" names what an operator should look at; "ended" wants nothing but its erasure. */
  health: "good" | "trouble" | "ended";
  troubles: string[];
};

export type ConnectionListView = {
  rows: ConnectionRowView[];
  total: number;
  states: Record<string, number>;
  causes: Record<string, number>;
};

/** One line of a connection's trail: the event's audit, and what operators did to it, in one order. */
export type TrailEntryView = {
  id: string;
  at: string;
  /** a member's id, a user id, "revento", "foyer", or an operator's name */
  actor: string;
  action: string;
  reason: string | null;
  detail: Record<string, unknown>;
};

export type ConnectionDetailView = {
  connection: ConnectionRowView;
  trail: TrailEntryView[];
  runs: {
    id: string;
    kind: string;
    state: string;
    error: string | null;
    pages: number;
    rows: number;
    drifted: number;
    removed: number;
    /** Rows that it lacked, or that said something older, and that the next read decides about. */
    missing: number;
    /** Why it was not trusted to say that rows are gone (lib/syncs/judge-missing.ts). */
    doubt: string | null;
    createdAt: string;
    finishedAt: string | null;
  }[];
  /** What the last daily checks corrected, the newest first; values are masked as in a body. */
  corrections: {
    participantId: string;
    cause: string;
    at: string;
    changes: ForecastChangeView[];
  }[];
  /** Earlier and present erasures, the newest first. */
  erasures: ErasureView[];
  /** Rows by noun: what an erasure of everything would delete now. */
  holds: Record<string, number>;
};
