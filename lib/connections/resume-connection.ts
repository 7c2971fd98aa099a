import type { Sql } from "@/lib/db";

/**
 * Lets the background work of a paused connection go on, in the caller's transaction, which records who
 * did it and why, and wakes `foyer_inbox` and `foyer_syncs` after its commit. Answers whether it was
 * paused.
 */
export async function resumeConnection(sql: Sql, eventId: string): Promise<boolean> {
  const resumed = await sql.query(
    "UPDATE connections SET paused_at = NULL WHERE event_id = $1 AND paused_at IS NOT NULL",
    [eventId],
  );
  if (resumed.rowCount === 0) return false;
  // What waits because of the pause need not wait it out; what waits for a budget asks for it again.
  await sql.query(
    `UPDATE sync_runs SET waiting_until = NULL
     WHERE event_id = $1 AND state IN ('queued', 'running') AND lease_holder IS NULL`,
    [eventId],
  );
  return true;
}
