import type { Sql } from "@/lib/db";

/**
 * Stops the background work of a living connection, in the caller's transaction, which records who did it
 * and why: nothing is read and no run goes on; deliveries wait, but for those that end something. The
 * dashboard stays, and so does the token, which is refreshed as ever: it would be lost otherwise. Answers
 * whether it was not paused before.
 */
export async function pauseConnection(sql: Sql, eventId: string): Promise<boolean> {
  const paused = await sql.query(
    `UPDATE connections SET paused_at = now()
     WHERE event_id = $1 AND state IN ('active', 'preparing') AND paused_at IS NULL`,
    [eventId],
  );
  return paused.rowCount === 1;
}
