import { type Sql, withEventSql } from "@/lib/db";
import { announceChanges } from "@/lib/live/announce-changes";
import { lockMirror } from "@/lib/live/lock-mirror";
import { recordChange } from "@/lib/live/record-change";
import { type Applied, applyDeliveries, emptyApplied, joinApplied } from "./apply-deliveries";
import { beginBatch, endBatch } from "./begin-batch";
import type { Delivery } from "./delivery";
import { endByDelivery, isEnding } from "./end-by-delivery";
import { lockInbox } from "./lock-inbox";
import { type PlannedDelivery, planDelivery } from "./plan-delivery";
import { postponeDelivery, settleDeliveries } from "./settle-deliveries";

const BATCH = 200;
/** How long a batch should take: a slower event gets smaller ones, so that others' turn comes. */
const BATCH_MS = 500;
/** What one statement may take: what takes longer is tried alone. */
const STATEMENT_TIMEOUT = "10s";

/** How many deliveries of an event go into its next batch, where that is less than usual. */
const sizes = new Map<string, number>();

/**
 * Processes the next deliveries of one event, 200 at the most, in one transaction, and answers how many
 * it looked at: 0 when none is due or another worker is at it. A delivery that cannot be applied is
 * postponed alone; its neighbours are applied. Rejects when the database is away.
 */
export async function processEventDeliveries(eventId: string): Promise<number> {
  const waiting = await beginBatch(eventId, sizes.get(eventId) ?? BATCH);
  if (waiting.length === 0) {
    sizes.delete(eventId);
    return 0;
  }
  const begunAt = performance.now();
  const batch = await withEventSql(eventId, (sql) => processBatch(sql, eventId, waiting)).catch(
    async (error: unknown) => {
      // Neither this process nor the database ended: it is tried again as it is.
      if (isRefusal(error)) await withEventSql(eventId, (sql) => endBatch(sql, eventId));
      throw error;
    },
  );
  noteSize(eventId, batch.size, performance.now() - begunAt);
  if (batch.isLive) await announceChanges(eventId);
  return batch.size;
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
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(?!08|57P)[0-9A-Z]{5}$/.test(code);
}

async function processBatch(sql: Sql, eventId: string, begun: Delivery[]): Promise<Batch> {
  await sql.query(
    `SET LOCAL lock_timeout = '5s'; SET LOCAL statement_timeout = '${STATEMENT_TIMEOUT}'`,
  );
  await lockInbox(sql, eventId);
  const waiting = await stillWaiting(sql, eventId, begun);
  const [first] = waiting;
  if (!first) {
    await endBatch(sql, eventId);
    return { size: 0, isLive: false };
  }
  if (isEnding(first)) return endConnectionFirst(sql, eventId, first);
  const ending = waiting.findIndex(isEnding);
  return mirror(sql, eventId, ending < 0 ? waiting : waiting.slice(0, ending));
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

type Batch = { size: number; isLive: boolean };

/** Not under `lockMirror`: the end takes it in a transaction of its own. */
async function endConnectionFirst(sql: Sql, eventId: string, delivery: Delivery): Promise<Batch> {
  const applied = emptyApplied();
  await inSavepoint(sql, eventId, delivery, applied, async () => {
    const outcome = await endByDelivery(sql, eventId, delivery);
    return { ...emptyApplied(), outcomes: new Map([[delivery.deliveryId, outcome]]) };
  });
  await settleDeliveries(sql, eventId, applied.outcomes);
  await endBatch(sql, eventId);
  return { size: 1, isLive: false };
}

async function mirror(sql: Sql, eventId: string, deliveries: Delivery[]): Promise<Batch> {
  await lockMirror(sql, eventId);
  await endBatch(sql, eventId);
  const connection = await touchConnection(sql, eventId, deliveries);
  if (!connection) {
    const outcomes = deliveries.map((one) => [one.deliveryId, "no_connection"] as const);
    await settleDeliveries(sql, eventId, new Map(outcomes));
    return { size: deliveries.length, isLive: false };
  }
  const planned: PlannedDelivery[] = [];
  for (const delivery of deliveries) {
    try {
      const plan = planDelivery(delivery, { eventId, organizationId: connection.organizationId });
      planned.push(connection.isPreparing ? withoutMirror(plan) : plan);
    } catch (error) {
      await postponeDelivery(sql, eventId, delivery.deliveryId, error);
    }
  }
  const applied = await applyTogetherOrSingly(sql, eventId, planned);
  await settleDeliveries(sql, eventId, applied.outcomes);
  await recordChanges(sql, eventId, applied);
  return { size: deliveries.length, isLive: true };
}

type Live = { organizationId: string; isPreparing: boolean };

/** Notes that the event was heard of; answers its live connection, or undefined. */
async function touchConnection(
  sql: Sql,
  eventId: string,
  deliveries: Delivery[],
): Promise<Live | undefined> {
  const { rows } = await sql.query<Live>(
    `UPDATE connections SET last_delivery_at = greatest(last_delivery_at, $2)
     WHERE event_id = $1 AND state IN ('active', 'preparing')
     RETURNING organization_id AS "organizationId", state = 'preparing' AS "isPreparing"`,
    [eventId, deliveries.at(-1)?.receivedAt],
  );
  return rows[0];
}

/** While the mirror is being emptied nothing goes into it. */
function withoutMirror({ delivery, plan }: PlannedDelivery): PlannedDelivery {
  const isOurs = plan.step === "revoke_user" || plan.step === "none";
  return { delivery, plan: isOurs ? plan : { step: "none", outcome: "before_sync" } };
}

async function applyTogetherOrSingly(
  sql: Sql,
  eventId: string,
  planned: PlannedDelivery[],
): Promise<Applied> {
  await sql.query("SAVEPOINT batch");
  try {
    return await applyDeliveries(sql, eventId, planned);
  } catch {
    await sql.query("ROLLBACK TO SAVEPOINT batch");
  }
  const applied = emptyApplied();
  for (const one of planned) {
    await inSavepoint(sql, eventId, one.delivery, applied, () =>
      applyDeliveries(sql, eventId, [one]),
    );
  }
  return applied;
}

/** Rejects only when the connection itself is gone, because then rolling back fails too. */
async function inSavepoint(
  sql: Sql,
  eventId: string,
  { deliveryId }: Delivery,
  into: Applied,
  work: () => Promise<Applied>,
): Promise<void> {
  await sql.query("SAVEPOINT one");
  try {
    joinApplied(into, await work());
    await sql.query("RELEASE SAVEPOINT one");
  } catch (error) {
    await sql.query("ROLLBACK TO SAVEPOINT one");
    await postponeDelivery(sql, eventId, deliveryId, error);
  }
}

async function recordChanges(sql: Sql, eventId: string, applied: Applied): Promise<void> {
  const { participants, activities, grants, event } = applied;
  if (participants.size > 0) await recordChange(sql, eventId, "participants", [...participants]);
  if (activities.size > 0) await recordChange(sql, eventId, "program", [...activities]);
  if (grants.size > 0) await recordChange(sql, eventId, "grants", [...grants]);
  if (event) await recordChange(sql, eventId, "event", []);
  await recordChange(sql, eventId, "deliveries", []);
}
