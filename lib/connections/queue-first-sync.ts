import { randomUUID } from "node:crypto";
import type { Sql } from "@/lib/db";

/**
 * Queues the first full read of a connection, in the caller's transaction: the row is the request
 * itself, workers look for it. Runs of before end here, because what they read is out of date.
 */
export async function queueFirstSync(sql: Sql, eventId: string): Promise<void> {
  await endRuns(sql, eventId);
  await sql.query("INSERT INTO sync_runs (event_id, id, kind) VALUES ($1, $2, 'sync')", [
    eventId,
    randomUUID(),
  ]);
}

/** Ends every run that is queued or under way. */
export async function endRuns(sql: Sql, eventId: string): Promise<void> {
  await sql.query(
    `UPDATE sync_runs SET state = 'ended', error = 'reconnected', finished_at = now()
     WHERE event_id = $1 AND state IN ('queued', 'running')`,
    [eventId],
  );
}
