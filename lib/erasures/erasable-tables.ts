import type { ErasureScope } from "@/lib/connections/event-overview-view";

/**
 * mirror: read from Revento, goes in both scopes. own: what people did in Foyer, and connection: what
 * holds it together; both go only with everything. kept: stays.
 */
type TableClass = "mirror" | "own" | "connection" | "kept";

export type ErasableTable = {
  table: string;
  /** What a person calls its rows. */
  noun: string;
  class: TableClass;
  /** Of scope mirror only these rows go; `$2` is when the event was connected again, our clock. */
  before?: string;
  /** Goes in the transaction that ends an erasure of everything: it is needed until then. */
  isLast?: true;
  /** Why it stays, and which columns are blanked. */
  kept?: { why: string; blank: Record<string, string> };
};

// What ends something is heeded first, even when it came under the connection of before.
const OLD_DELIVERY = `received_at <= $2 AND NOT (state = 'pending'
  AND type IN ('data.deletion_required', 'user.revoked_access'))`;

/** Every table with an event in it, those that refer to others first. */
export const TABLES: readonly ErasableTable[] = [
  { table: "participant_history", noun: "entries of participants' histories", class: "mirror" },
  { table: "participants", noun: "participants with their applications", class: "mirror" },
  { table: "participant_counts", noun: "counts of participants by status", class: "mirror" },
  { table: "form_field_counts", noun: "counts of answers by field", class: "mirror" },
  { table: "drifts", noun: "differences found by reconciles", class: "mirror" },
  { table: "sync_pages", noun: "pages of reads that are on", class: "mirror" },
  { table: "full_reads", noun: "lists that were read in full", class: "mirror" },
  { table: "sync_runs", noun: "syncs and reconciles", class: "mirror" },
  { table: "activities", noun: "activities", class: "mirror" },
  { table: "program_days", noun: "program days", class: "mirror" },
  { table: "threads", noun: "threads", class: "mirror" },
  { table: "locations", noun: "locations", class: "mirror" },
  { table: "registration_waves", noun: "registration waves", class: "mirror" },
  { table: "events", noun: "descriptions of the event", class: "mirror" },
  {
    table: "delivery_failures",
    noun: "failed attempts to process deliveries",
    class: "mirror",
    before: `EXISTS (SELECT FROM deliveries d WHERE d.event_id = $1
      AND d.delivery_id = t.delivery_id AND ${OLD_DELIVERY})`,
  },
  { table: "deliveries", noun: "deliveries", class: "mirror", before: OLD_DELIVERY },
  {
    table: "changes",
    noun: "notices of changes",
    class: "mirror",
    // Notices with participants' ids are of before, whenever they were numbered.
    before: "(at <= $2 OR topic = 'participants' AND cardinality(ids) > 0)",
  },
  { table: "api_calls", noun: "counted calls to Revento", class: "connection" },
  { table: "tokens", noun: "tokens", class: "connection" },
  { table: "starred_activities", noun: "starred activities", class: "own" },
  { table: "handoffs", noun: "sign-ins on their way into a frame", class: "connection" },
  { table: "spent_sign_ins", noun: "used sign-ins", class: "connection" },
  { table: "portal_sessions", noun: "participants' browsers", class: "connection" },
  { table: "grants", noun: "participants' sign-ins", class: "connection" },
  { table: "connect_attempts", noun: "attempts to connect", class: "connection" },
  { table: "glass_breaks", noun: "looks at deliveries by Foyer's staff", class: "own" },
  { table: "exports", noun: "exports", class: "own" },
  { table: "saved_views", noun: "saved views", class: "own" },
  { table: "list_layouts", noun: "arrangements of columns", class: "own" },
  { table: "audit_entries", noun: "entries of the trail", class: "own" },
  { table: "members", noun: "seats of the team", class: "own" },
  { table: "change_heads", noun: "counters of changes", class: "connection", isLast: true },
  { table: "connections", noun: "connections", class: "connection", isLast: true },
  {
    table: "erasures",
    noun: "erasures",
    class: "kept",
    kept: { why: "the proof, in counts, with nothing personal", blank: {} },
  },
  {
    table: "operator_actions",
    noun: "actions of Foyer's staff",
    class: "kept",
    kept: {
      why: "who of Foyer's staff did what; their words may name people, so they are blanked",
      blank: { reason: "''", detail: "'{}'" },
    },
  },
];

/** What goes in this scope, in the order in which it can. */
export function tablesOf(scope: ErasureScope): ErasableTable[] {
  if (scope === "mirror") return TABLES.filter((one) => one.class === "mirror");
  return TABLES.filter((one) => one.class !== "kept");
}

/**
 * The condition for the rows of a table (`t`) that go: `$1` the event, `$2` when it was connected again,
 * null for everything.
 */
export function goes({ before }: ErasableTable): string {
  return `t.event_id = $1 AND ($2::timestamptz IS NULL OR ${before ?? "true"})`;
}

/** Counts by table as counts by noun; none is left out but zeros. */
export function byNoun(counts: Record<string, number>): Record<string, number> {
  const nouns: Record<string, number> = {};
  for (const { table, noun } of TABLES) {
    const count = counts[table] ?? 0;
    if (count > 0) nouns[noun] = count;
  }
  return nouns;
}
