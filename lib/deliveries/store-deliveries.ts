import { withSystemSql } from "@/lib/db";

/** A verified delivery on its way into the inbox. `eventId` is "" for integration-level deliveries. */
export type NewDelivery = {
  eventId: string;
  deliveryId: string;
  /** What X-Revento-Timestamp said. */
  signedAt: Date;
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
      // Bytes go as two parameters and are cut apart there: in an array they would travel as hex.
      text: `INSERT INTO deliveries
          (event_id, delivery_id, signature, type, envelope_id, occurred_at, signed_at, body, received_at, next_attempt_at)
        SELECT event_id, delivery_id, substring($7::bytea FROM (32 * (nth - 1) + 1)::int FOR 32), type,
          envelope_id, occurred_at, signed_at, substring($8::bytea FROM starts_at FOR length),
          clock_timestamp(), clock_timestamp()
        FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::int[], $9::int[], $10::timestamptz[])
            WITH ORDINALITY AS arrived (event_id, delivery_id, type, envelope_id, occurred_at, starts_at, length, signed_at, nth)
        ON CONFLICT DO NOTHING`,
      values: [
        ordered.map((row) => row.eventId),
        ordered.map((row) => row.deliveryId),
        ordered.map((row) => row.type),
        ordered.map((row) => row.envelopeId),
        ordered.map((row) => row.occurredAt.toISOString()),
        startsOf(ordered),
        Buffer.concat(ordered.map((row) => row.signature)),
        Buffer.concat(ordered.map((row) => row.body)),
        ordered.map((row) => row.body.length),
        ordered.map((row) => row.signedAt.toISOString()),
      ],
    }),
  );
}

/** Where each body begins in all of them together; PostgreSQL counts from 1. */
function startsOf(rows: readonly NewDelivery[]): number[] {
  let next = 1;
  return rows.map(({ body }) => {
    const start = next;
    next += body.length;
    return start;
  });
}
