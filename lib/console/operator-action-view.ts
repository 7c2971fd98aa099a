/** What an operator can do, as it is written into the trail and into the event's audit. */
export type OperatorActionName =
  | "connection.reconcile_requested"
  | "connection.resync_requested"
  | "connection.paused"
  | "connection.resumed"
  | "connection.ended_by_operator"
  | "erasure.begun_by_operator"
  | "erasure.held"
  | "glass.broken"
  | "installations.checked"
  | "deliveries.replayed";

/** What an operator did, and why. Times are ISO 8601 in UTC. */
export type OperatorActionView = {
  id: string;
  at: string;
  /** An e-mail address, or "local" with a one-time link. */
  operator: string;
  /** Null where it concerned no single event. */
  eventId: string | null;
  /** An OperatorActionName, or a word of the sign-in. */
  action: string;
  reason: string;
  detail: Record<string, unknown>;
};

export type OperatorActionListView = { rows: OperatorActionView[]; nextCursor: string | null };
