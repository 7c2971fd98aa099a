import type { TrailEntryView } from "@/lib/connections/trail-view";

/** Something that happened to somebody. All times are ISO 8601 in UTC. */
export type PersonEntryView = {
  source: "person";
  id: string;
  /** When Foyer learned of it. */
  at: string;
  /** When it happened, on Revento's clock. */
  occurredAt: string;
  participantId: string;
  name: string | null;
  /** Whether they are in the list of applications, now. */
  hasApplied: boolean;
  /** A delivery's type, "reconcile", "sync" or "portal". */
  kind: string;
  status: string | null;
  /** Names of what changed: "status", "removed", "fields", … */
  changed: string[];
  /** They were removed, or came back; null: neither. */
  isRemoved: boolean | null;
  /** Who did it in Revento, as far as it tells. */
  actorId: string | null;
};

/** A full read that ended. */
export type SyncEntryView = {
  source: "sync";
  id: string;
  at: string;
  kind: string;
  /** completed, failed, ended */
  state: string;
  rows: number;
  /** Participants that a reconcile found different, and gone. */
  corrected: number;
};

type ConnectionEntryView = { source: "connection"; id: string; at: string } & Omit<
  TrailEntryView,
  "id" | "at"
>;

export type FeedEntryView = PersonEntryView | SyncEntryView | ConnectionEntryView;

/** A page of what happened, the newest first. */
export type FeedView = { entries: FeedEntryView[]; nextCursor: string | null };
