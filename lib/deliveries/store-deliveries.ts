import { withSystemSql } from "@/lib/db";

/** A verified delivery on its way into the inbox. `eventId` is "" for integration-level deliveries. */
export type NewDelivery = {
  eventId: string;
  deliveryId: string;
  /** The HMAC itself, 32 bytes. */
  signature: Buffer;
  type: string;
  envelopeId: string;
  occurredAt: Date;
  body: Uint8Array;
};

/**
 * Stores deliveries of any events in one statement and one commit. One whose id or whose signature is
 * known already is left out: the id is not covered by the signature, so a replay under a new id has
 * the old signature (contract 6.5).
 */
export async function storeDeliveries(rows: readonly NewDelivery[]): Promise<void> {
  // In one order everywhere, so that two processes that store the same rows cannot deadlock.
  const ordered = rows.toSorted((a, b) => (a.deliveryId < b.deliveryId ? -1 : 1));
  await withSystemSql((sql) =>
    sql.query({
      name: "store-deliveries",
      // The columns round to milliseconds: rounded up, a row is not due yet when the worker is woken.
      text: `INSERT INTO deliveries
          (event_id, delivery_id, signature, type, envelope_id, occurred_at, body, received_at, next_attempt_at)
        SELECT arrived.*, moment, moment FROM unnest($1::text[], $2::uuid[], $3::bytea[], $4::text[],
            $5::text[], $6::timestamptz[], $7::bytea[]) AS arrived,
          date_trunc('milliseconds', clock_timestamp()) AS moment
        ON CONFLICT DO NOTHING`,
      values: [
        ordered.map((row) => row.eventId),
        ordered.map((row) => row.deliveryId),
        ordered.map((row) => row.signature),
        ordered.map((row) => row.type),
        ordered.map((row) => row.envelopeId),
        ordered.map((row) => row.occurredAt.toISOString()),
        ordered.map((row) => Buffer.from(row.body.buffer, row.body.byteOffset, row.body.length)),
      ],
    }),
  );
}
