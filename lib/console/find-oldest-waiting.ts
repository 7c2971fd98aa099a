import type { Sql } from "@/lib/db";

/**
 * Across events: since when the longest waiting delivery could have been processed; null when none is due.
 * One that is to be tried again later, or belongs to a paused event, is not.
 */
export async function findOldestWaiting(sql: Sql): Promise<Date | null> {
  const { rows } = await sql.query<{ due_at: Date | null }>(
    `SELECT min(d.next_attempt_at) AS due_at FROM deliveries d
     WHERE d.state = 'pending' AND d.next_attempt_at <= now() AND NOT EXISTS (
       SELECT FROM connections c WHERE c.event_id = d.event_id AND c.paused_at IS NOT NULL)`,
  );
  return rows[0]?.due_at ?? null;
}
