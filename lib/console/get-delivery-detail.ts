import { z } from "zod";
import { type Sql, withEventSql, withSystemSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Operator, OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import { DeliveryEvent } from "./delivery-filter";
import type { DeliveryDetailView } from "./delivery-list-view";
import { explainFailure } from "./explain-failure";
import { findGlass } from "./find-glass";
import { maskBody } from "./mask-body";
import { DELIVERY_COLUMNS, type DeliveryRecord, viewDelivery } from "./view-delivery";

const Address = z.object({ eventId: DeliveryEvent, deliveryId: z.uuid() });

type Row = DeliveryRecord & {
  envelope_id: string;
  signed_at: Date | null;
  signature: Buffer;
  body: Buffer | null;
};

/** Of a signature, in hex: enough to recognize it, too little to use it. */
const SHOWN_OF_SIGNATURE = 12;

/**
 * One delivery with its headers, its failed attempts and its body: masked, unless this operator has
 * broken the glass of its event. Throws AppError `unauthenticated`, `not_found`.
 */
export async function getDeliveryDetail(
  actor: OperatorActor,
  raw: { eventId: string; deliveryId: string },
): Promise<DeliveryDetailView> {
  const operator = await requireOperator(actor);
  const address = Address.safeParse(raw);
  if (!address.success) throw noSuchDelivery();
  const { eventId, deliveryId } = address.data;
  const read = (sql: Sql) => readDetail(sql, operator, eventId, deliveryId);
  // What is sent to the integration as a whole is nobody's personal data, and has no glass.
  return eventId === "" ? withSystemSql(read) : withEventSql(eventId, read);
}

async function readDetail(
  sql: Sql,
  operator: Operator,
  eventId: string,
  deliveryId: string,
): Promise<DeliveryDetailView> {
  const { rows } = await sql.query<Row>(
    `SELECT ${DELIVERY_COLUMNS}, d.envelope_id, d.signed_at, d.signature, d.body
     FROM deliveries d WHERE d.event_id = $1 AND d.delivery_id = $2`,
    [eventId, deliveryId],
  );
  const row = rows[0];
  if (!row) throw noSuchDelivery();
  const glass = eventId === "" ? null : await findGlass(sql, eventId, operator);
  return {
    delivery: viewDelivery(row),
    headers: headersOf(row),
    envelopeId: row.envelope_id,
    body: row.body && (glass ? showBody(row.body) : maskBody(row.type, row.body)),
    isMasked: glass === null,
    failures: await readFailures(sql, eventId, deliveryId),
    glass,
  };
}

/** As they came (contract 6.1). */
function headersOf(row: Row): DeliveryDetailView["headers"] {
  const signature = row.signature.toString("hex").slice(0, SHOWN_OF_SIGNATURE);
  const stamp = row.signed_at && String(Math.floor(row.signed_at.getTime() / 1_000));
  return [
    { name: "X-Revento-Event", value: row.type },
    { name: "X-Revento-Delivery-Id", value: row.delivery_id },
    ...(stamp ? [{ name: "X-Revento-Timestamp", value: stamp }] : []),
    { name: "X-Revento-Signature", value: `sha256=${signature}…` },
  ];
}

async function readFailures(
  sql: Sql,
  eventId: string,
  deliveryId: string,
): Promise<DeliveryDetailView["failures"]> {
  const { rows } = await sql.query<{ at: Date; reason: string }>(
    `SELECT at, reason FROM delivery_failures
     WHERE event_id = $1 AND delivery_id = $2 ORDER BY id DESC LIMIT 100`,
    [eventId, deliveryId],
  );
  return rows.map(({ at, reason }) => ({ at: at.toISOString(), reason: explainFailure(reason) }));
}

const DEEPEST = 64;

function showBody(body: Buffer): string {
  const text = body.toString("utf8");
  // Indenting what is nested deeply makes megabytes of a few kilobytes.
  if (isDeep(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function noSuchDelivery(): AppError {
  return new AppError("not_found", "There is no such delivery.");
}

/** Whether a text that may be JSON opens more than {@link DEEPEST} brackets at once, those in strings included. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
