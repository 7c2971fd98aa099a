import { withSystemSql } from "@/lib/db";

/**
 * Across events: those whose deliveries are due, the longest waiting first; "" stands for the
 * integration itself. Jumps from event to event through the index, however long the backlog.
 */
export async function listEventsWithWaitingDeliveries(): Promise<string[]> {
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<{ event_id: string }>(
      `WITH RECURSIVE waiting (event_id) AS (
         (SELECT event_id FROM deliveries WHERE state = 'pending' ORDER BY event_id LIMIT 1)
         UNION ALL
         SELECT (SELECT d.event_id FROM deliveries d
                 WHERE d.state = 'pending' AND d.event_id > w.event_id ORDER BY d.event_id LIMIT 1)
         FROM waiting w WHERE w.event_id IS NOT NULL
       )
       SELECT w.event_id FROM waiting w CROSS JOIN LATERAL (
         SELECT d.received_at FROM deliveries d
         WHERE d.state = 'pending' AND d.event_id = w.event_id AND d.next_attempt_at <= now()
         ORDER BY d.received_at LIMIT 1) oldest
       WHERE w.event_id IS NOT NULL ORDER BY oldest.received_at`,
    );
    return rows.map((row) => row.event_id);
  });
}
