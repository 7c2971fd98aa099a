/** red: somebody has to act now; yellow: soon; info: worth knowing, and nobody has to do anything. */
export type HealthLevel = "info" | "yellow" | "red";

/** What health can be about. */
export type HealthCode =
  | "database"
  | "no_worker"
  | "suspended"
  | "erasure_deadline"
  | "erasure_late"
  | "deletion_unheeded"
  | "inbox_waits"
  | "backlog_grows"
  | "dead_letters"
  | "refused_only"
  | "refused_deliveries"
  | "to_be_reconnected"
  | "ended_lately"
  | "ended_at_once"
  | "revento_unavailable"
  | "connections_in_trouble"
  | "unknown_types"
  | "odd_fields"
  | "unreadable_rows"
  | "new_words"
  | "list_unreadable"
  | "events_unpublished";

/**
 * One reason why not all is well. `count`: of how many, or for how many minutes; `since`: ISO 8601 in UTC; `eventId`:
 * the one event it is about; `examples`: the first of them.
 */
export type HealthReason = {
  level: HealthLevel;
  code: HealthCode;
  count: number;
  since: string | null;
  eventId: string | null;
  examples: { what: string; rows: number; events: number }[];
};
