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
  /** An organizer knows its rows; those of the others are how Foyer works. */
  isKnown?: true;
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
  { table: "participant_history", noun: "changes in people's histories", class: "mirror" },
  { table: "participants", noun: "people with their applications", class: "mirror", isKnown: true },
  { table: "participant_counts", noun: "totals by status", class: "mirror" },
  { table: "form_field_counts", noun: "totals of answers", class: "mirror" },
  { table: "drifts", noun: "corrections after full reads", class: "mirror" },
  { table: "sync_pages", noun: "pages of reads under way", class: "mirror" },
  { table: "full_reads", noun: "notes about complete lists", class: "mirror" },
  { table: "sync_runs", noun: "full reads", class: "mirror" },
  { table: "activities", noun: "activities of the program", class: "mirror", isKnown: true },
  { table: "program_days", noun: "days of the program", class: "mirror" },
  { table: "threads", noun: "threads of the program", class: "mirror" },
  { table: "locations", noun: "places", class: "mirror" },
  { table: "registration_waves", noun: "registration waves", class: "mirror" },
  { table: "events", noun: "descriptions of the event", class: "mirror" },
  {
    table: "delivery_failures",
    noun: "failed attempts to apply messages",
    class: "mirror",
    before: `EXISTS (SELECT FROM deliveries d WHERE d.event_id = $1
      AND d.delivery_id = t.delivery_id AND ${OLD_DELIVERY})`,
  },
  { table: "deliveries", noun: "messages from Revento", class: "mirror", before: OLD_DELIVERY },
  {
    table: "changes",
    noun: "notes for open pages",
    class: "mirror",
    // Notices with participants' ids are of before, whenever they were numbered.
    before: "(at <= $2 OR topic = 'participants' AND cardinality(ids) > 0)",
  },
  { table: "api_calls", noun: "notes about calls to Revento", class: "connection" },
  { table: "tokens", noun: "access tokens", class: "connection" },
  { table: "starred_activities", noun: "starred activities", class: "own", isKnown: true },
  { table: "handoffs", noun: "sign-ins on their way into a frame", class: "connection" },
  { table: "spent_sign_ins", noun: "sign-ins that were used up", class: "connection" },
  { table: "portal_sessions", noun: "signed-in browsers of participants", class: "connection" },
  { table: "grants", noun: "participants' sign-ins", class: "connection", isKnown: true },
  { table: "connect_attempts", noun: "attempts to connect", class: "connection" },
  {
    table: "glass_breaks",
    noun: "looks at messages by Foyer's staff",
    class: "own",
    isKnown: true,
  },
  { table: "exports", noun: "exports", class: "own", isKnown: true },
  { table: "saved_views", noun: "saved views", class: "own", isKnown: true },
  { table: "list_layouts", noun: "arrangements of columns", class: "own" },
  { table: "reviewer_names", noun: "names of reviewers", class: "own", isKnown: true },
  { table: "audit_entries", noun: "entries of the activity log", class: "own", isKnown: true },
  { table: "ratings", noun: "ratings of the team", class: "own", isKnown: true },
  { table: "application_reviews", noun: "sums of ratings and notes", class: "own" },
  { table: "assignments", noun: "assignments to reviewers", class: "own", isKnown: true },
  { table: "presences", noun: "notes of who reviews what", class: "own" },
  { table: "application_labels", noun: "labels on applications", class: "own", isKnown: true },
  { table: "labels", noun: "labels of the team", class: "own", isKnown: true },
  { table: "review_settings", noun: "settings of reviewing", class: "own" },
  { table: "application_notes", noun: "notes of the team", class: "own", isKnown: true },
  { table: "invitations", noun: "invitations to the team", class: "own", isKnown: true },
  { table: "role_levels", noun: "settings of what roles see", class: "own" },
  { table: "member_sessions", noun: "browsers of the team", class: "own" },
  { table: "members", noun: "members of the team", class: "own", isKnown: true },
  { table: "change_heads", noun: "counters of open pages", class: "connection", isLast: true },
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

/** The nouns of what an organizer knows. */
export const KNOWN_NOUNS = TABLES.filter(({ isKnown }) => isKnown).map(({ noun }) => noun);
