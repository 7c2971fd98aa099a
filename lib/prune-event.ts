import { withEventSql } from "@/lib/db";

/** Rows that one statement deletes at the most: others want the tables, too. */
const BATCH = 1_000;

const olderThan = (column: string, days: number) => `${column} < now() - interval '${days} days'`;
/** All but the newest rows of each group. */
const beyond = (table: string, group: string, order: string, kept: number) => `
  id IN (SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY ${group} ORDER BY ${order} DESC) AS place
    FROM ${table} WHERE event_id = $1) AS placed WHERE place > ${kept})`;

/** What an event keeps of what only grows, by table: for so many days, and so many rows. */
const KEPT: [table: string, isOver: string][] = [
  ["participant_history", olderThan("recorded_at", 730)],
  ["participant_history", beyond("participant_history", "participant_id", "id", 1_000)],
  ["deliveries", `state <> 'pending' AND ${olderThan("received_at", 180)}`],
  ["delivery_failures", olderThan("at", 180)],
  ["audit_entries", olderThan("at", 730)],
  ["invitations", "coalesce(used_at, expires_at) < now() - interval '30 days'"],
  ["presences", olderThan("seen_at", 1)],
  // Longer than any session lives without a visit.
  ["member_sessions", olderThan("last_seen_at", 90)],
  [
    "drifts",
    `run_id IN (SELECT id FROM sync_runs WHERE event_id = $1 AND ${olderThan("created_at", 180)})`,
  ],
  ["sync_runs", `state NOT IN ('queued', 'running') AND ${olderThan("created_at", 180)}`],
];

/**
 * Deletes what an event no longer needs of its past, in small batches. Answers how many rows, by table. Once
 * a day, after its full read.
 */
export async function pruneEvent(eventId: string): Promise<Record<string, number>> {
  const pruned: Record<string, number> = {};
  for (const [table, isOver] of KEPT) {
    for (let found = BATCH; found === BATCH; ) {
      found = await withEventSql(eventId, async (sql) => {
        const { rowCount } = await sql.query(
          `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
             SELECT ctid FROM ${table} WHERE event_id = $1 AND ${isOver} LIMIT ${BATCH}))`,
          [eventId],
        );
        return rowCount ?? 0;
      });
      pruned[table] = (pruned[table] ?? 0) + found;
    }
  }
  return pruned;
}
