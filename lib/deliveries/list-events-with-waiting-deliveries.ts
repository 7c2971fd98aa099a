import { withSystemSql } from "@/lib/db";
import { URGENT_SQL } from "./urgent-types";

/** An event whose deliveries are due; "" stands for the integration itself. */
export type WaitingEvent = { eventId: string; isUrgent: boolean; isRetry: boolean };

/**
 * Across events: those whose deliveries are due. First the urgent ones, then those with deliveries that were
 * never tried before, then the retries, in each of them the longest waiting first. Jumps from event to event
 * through the index, however long the backlog.
 */
export async function listEventsWithWaitingDeliveries(): Promise<WaitingEvent[]> {
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<WaitingEvent>(
      `WITH RECURSIVE waiting (event_id) AS (
         (SELECT event_id FROM deliveries WHERE state = 'pending' ORDER BY event_id LIMIT 1)
         UNION ALL
         SELECT (SELECT d.event_id FROM deliveries d
                 WHERE d.state = 'pending' AND d.event_id > w.event_id ORDER BY d.event_id LIMIT 1)
         FROM waiting w WHERE w.event_id IS NOT NULL
       ), urgent AS (
         SELECT DISTINCT event_id FROM deliveries
         WHERE state = 'pending' AND type IN (${URGENT_SQL}) AND next_attempt_at <= now()
       )
       SELECT w.event_id AS "eventId", u.event_id IS NOT NULL AS "isUrgent", oldest.attempts > 0 AS "isRetry"
       FROM waiting w LEFT JOIN urgent u USING (event_id) CROSS JOIN LATERAL (
         SELECT d.received_at, d.attempts FROM deliveries d
         WHERE d.state = 'pending' AND d.event_id = w.event_id AND d.next_attempt_at <= now()
         ORDER BY d.received_at LIMIT 1) oldest
       WHERE w.event_id IS NOT NULL
       ORDER BY "isUrgent" DESC, "isRetry", oldest.received_at`,
    );
    return rows;
  });
}
