import type { Sql } from "@/lib/db";

/**
 * What becomes of an open erasure when the event is connected again, in that transaction. One that
 * nobody asked for is withdrawn. One that Revento asked for empties the mirror at once, long before its
 * deadline, and leaves what the team wrote. Answers whether there is something to empty.
 */
export async function takeBackErasure(sql: Sql, eventId: string): Promise<boolean> {
  await sql.query(
    `UPDATE erasures SET state = 'withdrawn', finished_at = now()
     WHERE event_id = $1 AND state = 'open' AND rule = 'ended'`,
    [eventId],
  );
  const emptied = await sql.query(
    `UPDATE erasures SET scope = 'mirror', state = 'running', begun_by = 'reconnect',
       started_at = coalesce(started_at, now())
     WHERE event_id = $1 AND state IN ('open', 'running')`,
    [eventId],
  );
  return emptied.rowCount === 1;
}
