import type { Sql } from "@/lib/db";
import type { Delivery } from "./delivery";
import { URGENT_SQL } from "./urgent-types";

/** What one batch holds in memory and writes in one statement; a single delivery may be larger. */
const MOST_BYTES = 4 * 2 ** 20;

type Row = {
  delivery_id: string;
  type: string;
  envelope_id: string;
  occurred_at: Date;
  received_at: Date;
  body: Buffer | null;
  due: number;
};

/** What is taken of an event's inbox, and whether there may be more. */
export type Waiting = { deliveries: Delivery[]; hasMore: boolean };

/**
 * The event's deliveries that are due, oldest first, `most` of them or 4 MiB: those that end something, or else
 * the others; of an event that an operator has paused only the former. The caller holds the event's inbox.
 */
export async function readWaiting(sql: Sql, eventId: string, most: number): Promise<Waiting> {
  const urgent = await readDue(sql, eventId, most, `type IN (${URGENT_SQL})`);
  if (urgent.deliveries.length > 0) return { ...urgent, hasMore: true };
  return readDue(
    sql,
    eventId,
    most,
    `NOT EXISTS (SELECT FROM connections WHERE event_id = $1 AND paused_at IS NOT NULL)`,
  );
}

async function readDue(
  sql: Sql,
  eventId: string,
  most: number,
  condition: string,
): Promise<Waiting> {
  const { rows } = await sql.query<Row>(
    `SELECT delivery_id, type, envelope_id, occurred_at, received_at, body, due FROM (
       SELECT *, row_number() OVER waiting AS place, sum(octet_length(body)) OVER waiting AS bytes,
         (count(*) OVER ())::int AS due
       FROM (SELECT delivery_id, type, envelope_id, occurred_at, received_at, body FROM deliveries
         WHERE event_id = $1 AND state = 'pending' AND next_attempt_at <= now() AND ${condition}
         ORDER BY received_at, delivery_id LIMIT $2) AS due
       WINDOW waiting AS (ORDER BY received_at, delivery_id)) AS counted
     WHERE place = 1 OR bytes <= $3 ORDER BY place`,
    [eventId, most, MOST_BYTES],
  );
  const deliveries = rows.map((row) => ({
    deliveryId: row.delivery_id,
    type: row.type,
    envelopeId: row.envelope_id,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    body: row.body ?? Buffer.alloc(0),
  }));
  const due = rows[0]?.due ?? 0;
  return { deliveries, hasMore: due > deliveries.length || due >= most };
}
