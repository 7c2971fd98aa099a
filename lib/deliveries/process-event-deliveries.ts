import { confirmGrant } from "@/lib/connections/confirm-grant";
import { refusalOf, type Sql, withEventSql } from "@/lib/db";
import { changeEventInSql, type EventChange } from "@/lib/live/change-event";
import { wake } from "@/lib/live/wake";
import { parseEnvelope } from "@/lib/revento/parse-envelope";
import { parseRevokedAccess } from "@/lib/revento/parse-lifecycle";
import { type Attempted, applyBatch, type LiveConnection } from "./apply-batch";
import { beginBatch, endBatch } from "./begin-batch";
import type { Delivery, Outcome } from "./delivery";
import { endByDelivery, isEnding } from "./end-by-delivery";
import { lockInbox } from "./lock-inbox";
import { postponeDelivery, settleDeliveries } from "./settle-deliveries";

const BATCH = 200;
/** How long a batch should take: a slower event gets smaller ones, so that others' turn comes. */
const BATCH_MS = 500;
const LOCK_WITHIN_MS = 5_000;
/** What one statement may take: what takes longer is tried alone. */
const STATEMENT_WITHIN_MS = 10_000;

/** How many deliveries of an event go into its next batch, where that is less than usual. */
const sizes = new Map<string, number>();

/** How many deliveries were looked at, and whether more of the event are known to wait. */
export type ProcessedBatch = { size: number; hasMore: boolean };

/**
 * Processes the next deliveries of one event, 200 at the most, in one transaction. Of size 0 when none is
 * due or another worker is at it. A delivery that cannot be applied is postponed alone; its neighbours are applied.
 * Rejects when the database is away.
 */
export async function processEventDeliveries(eventId: string): Promise<ProcessedBatch> {
  const { deliveries: waiting, hasMore } = await beginBatch(eventId, sizes.get(eventId) ?? BATCH);
  if (waiting.length === 0) {
    sizes.delete(eventId);
    return { size: 0, hasMore: false };
  }
  const begunAt = performance.now();
  const options = {
    lockWithinMs: LOCK_WITHIN_MS,
    statementWithinMs: STATEMENT_WITHIN_MS,
    before: (sql: Sql) => lockInbox(sql, eventId),
  };
  const work = (change: EventChange) => processBatch(change, waiting);
  const batch = await changeEventInSql(eventId, work, options).catch(async (error: unknown) => {
    // Neither this process nor the database ended: it is tried again as it is.
    if (isRefusal(error)) await withEventSql(eventId, (sql) => endBatch(sql, eventId));
    throw error;
  });
  noteSize(eventId, batch.size, performance.now() - begunAt);
  // The inbox does not wait for Revento.
  for (const one of batch.inDoubt) void confirmGrant(eventId, revokedUserOf(one), one.type);
  if (batch.isEnd) await wake("foyer_erasures");
  return { size: batch.size, hasMore: hasMore || batch.size < waiting.length };
}

/** After a batch that took too long the next is smaller, and each that did not is followed by a larger one. */
function noteSize(eventId: string, size: number, ms: number): void {
  const next =
    ms > BATCH_MS ? Math.floor((size * BATCH_MS) / ms) : 2 * (sizes.get(eventId) ?? BATCH);
  if (next >= BATCH) sizes.delete(eventId);
  else sizes.set(eventId, Math.max(1, next));
}

/** Whether a living database refused it (SQLSTATE), and did not go away over it (classes 08 and 57P). */
function isRefusal(error: unknown): boolean {
  const { sqlState = "08" } = refusalOf(error) ?? {};
  return !/^(08|57P)/.test(sqlState);
}

type Batch = { size: number; isEnd: boolean; inDoubt: readonly Delivery[] };

async function processBatch(change: EventChange, begun: Delivery[]): Promise<Batch> {
  const { sql, eventId } = change;
  const waiting = await stillWaiting(sql, eventId, begun);
  await endBatch(sql, eventId);
  const [first] = waiting;
  if (!first) return { size: 0, isEnd: false, inDoubt: [] };
  if (isEnding(first)) {
    await settle(change, new Map([[first.deliveryId, await attemptEnd(change, first)]]));
    return { size: 1, isEnd: true, inDoubt: [] };
  }
  const ending = waiting.findIndex(isEnding);
  const deliveries = ending < 0 ? waiting : waiting.slice(0, ending);
  const attempted = await mirror(change, deliveries);
  const inDoubt = deliveries.filter(({ deliveryId }) => isInDoubt(attempted.get(deliveryId)));
  return { size: deliveries.length, isEnd: false, inDoubt };
}

/** Another worker may have taken them since they were read. */
async function stillWaiting(sql: Sql, eventId: string, begun: Delivery[]): Promise<Delivery[]> {
  const { rows } = await sql.query<{ delivery_id: string }>(
    `SELECT delivery_id FROM deliveries
     WHERE event_id = $1 AND delivery_id = ANY($2) AND state = 'pending' AND next_attempt_at <= now()`,
    [eventId, begun.map(({ deliveryId }) => deliveryId)],
  );
  const ids = new Set(rows.map((row) => row.delivery_id));
  return begun.filter(({ deliveryId }) => ids.has(deliveryId));
}

async function attemptEnd(change: EventChange, delivery: Delivery): Promise<Attempted> {
  try {
    return { outcome: await change.attempt((inner) => endByDelivery(inner, delivery)) };
  } catch (error) {
    return { error };
  }
}

async function mirror(
  change: EventChange,
  deliveries: Delivery[],
): Promise<ReadonlyMap<string, Attempted>> {
  const { sql, eventId } = change;
  const connection = await touchConnection(sql, eventId, deliveries);
  if (!connection) {
    const outcomes = deliveries.map((one) => [one.deliveryId, "no_connection"] as const);
    await settleDeliveries(sql, eventId, new Map(outcomes));
    return new Map();
  }
  const attempted = await applyBatch(change, deliveries, connection);
  await settle(change, attempted);
  // Whoever lists deliveries hears of them by what they changed.
  if (!change.hasChanged("participants", "event", "program")) change.changed("deliveries");
  return attempted;
}

async function settle(
  { sql, eventId }: EventChange,
  attempted: ReadonlyMap<string, Attempted>,
): Promise<void> {
  const outcomes = new Map<string, Outcome>();
  for (const [id, one] of attempted) {
    if ("outcome" in one) outcomes.set(id, one.outcome);
    else await postponeDelivery(sql, eventId, id, one.error);
  }
  await settleDeliveries(sql, eventId, outcomes);
}

function isInDoubt(attempted: Attempted | undefined): boolean {
  return attempted !== undefined && "outcome" in attempted && attempted.outcome === "in_doubt";
}

function revokedUserOf({ body }: Delivery): string {
  return parseRevokedAccess(parseEnvelope(body).data).userId;
}

/** Notes that the event was heard of; answers its live connection, or undefined. */
async function touchConnection(
  sql: Sql,
  eventId: string,
  deliveries: Delivery[],
): Promise<LiveConnection | undefined> {
  const { rows } = await sql.query<LiveConnection>(
    `UPDATE connections SET last_delivery_at = greatest(last_delivery_at, $2)
     WHERE event_id = $1 AND state IN ('active', 'preparing')
     RETURNING organization_id AS "organizationId", state = 'preparing' AS "isPreparing"`,
    [eventId, deliveries.at(-1)?.receivedAt],
  );
  return rows[0];
}
