import type { Sql } from "@/lib/db";
import type { Delivery } from "./delivery";
import { INBOX_LOCK } from "./lock-inbox";

/** What one batch holds in memory and writes in one statement; a single delivery may be larger. */
const MOST_BYTES = 4 * 2 ** 20;

type Row = {
  delivery_id: string;
  type: string;
  envelope_id: string;
  occurred_at: Date;
  received_at: Date;
  body: Buffer | null;
};

/**
 * Makes this transaction the only one that processes the event's deliveries, and answers those that
 * are due, oldest first, `most` of them or 4 MiB; none when another worker is at it. Of an event that an
 * operator has paused only those that end something. The lock is a statement of its own: what a
 * statement reads is older than the locks it takes.
 */
export async function readWaiting(sql: Sql, eventId: string, most: number): Promise<Delivery[]> {
  const lock = await sql.query<{ locked: boolean }>(
    `SELECT pg_try_advisory_xact_lock(${INBOX_LOCK}) AS locked`,
    [eventId],
  );
  if (!lock.rows[0]?.locked) return [];
  const { rows } = await sql.query<Row>(
    `SELECT delivery_id, type, envelope_id, occurred_at, received_at, body FROM (
       SELECT *, row_number() OVER waiting AS place, sum(octet_length(body)) OVER waiting AS bytes
       FROM (SELECT delivery_id, type, envelope_id, occurred_at, received_at, body FROM deliveries
         WHERE event_id = $1 AND state = 'pending' AND next_attempt_at <= now()
           AND (type IN ('data.deletion_required', 'user.revoked_access') OR NOT EXISTS (
             SELECT FROM connections WHERE event_id = $1 AND paused_at IS NOT NULL))
         ORDER BY received_at, delivery_id LIMIT $2) AS due
       WINDOW waiting AS (ORDER BY received_at, delivery_id)) AS counted
     WHERE place = 1 OR bytes <= $3 ORDER BY place`,
    [eventId, most, MOST_BYTES],
  );
  return rows.map((row) => ({
    deliveryId: row.delivery_id,
    type: row.type,
    envelopeId: row.envelope_id,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    body: row.body ?? Buffer.alloc(0),
  }));
}
