import type { Sql } from "@/lib/db";
import type { Delivery } from "@/lib/deliveries/delivery";

/** Those of the named deliveries whose body is kept, in the order in which a worker takes them. */
export async function readKeptDeliveries(
  sql: Sql,
  eventId: string,
  deliveryIds: readonly string[],
): Promise<Delivery[]> {
  const { rows } = await sql.query<Delivery>(
    `SELECT delivery_id AS "deliveryId", type, envelope_id AS "envelopeId",
       occurred_at AS "occurredAt", received_at AS "receivedAt", body
     FROM deliveries WHERE event_id = $1 AND delivery_id = ANY($2::uuid[]) AND body IS NOT NULL
     ORDER BY received_at, delivery_id`,
    [eventId, deliveryIds],
  );
  return rows;
}
