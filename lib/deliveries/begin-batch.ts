import { type Sql, withEventSql } from "@/lib/db";
import { tryLockInbox } from "./lock-inbox";
import { readWaiting, type Waiting } from "./read-waiting";
import { cutOffDelivery } from "./settle-deliveries";

/** Between the two transactions of a batch another worker may look in: that long it lasts at the most. */
const BETWEEN_MS = 2_000;

type Left = { is_left: boolean; is_between: boolean; first: string; size: number; singly: number };

const NOTHING: Waiting = { deliveries: [], hasMore: false };

/**
 * Reads the next deliveries of an event, `most` of them at the most, and commits that they are begun before
 * anything is done with them. What a batch that ended its process, or was cut off, has left is taken one by
 * one; a delivery that was alone in such a batch is on its way to the dead letters. Empty when nothing is due,
 * or another worker is at it.
 */
export async function beginBatch(eventId: string, most: number): Promise<Waiting> {
  return withEventSql(eventId, async (sql) => {
    // A crash of PostgreSQL within a fraction of a second may forget it, and then it happens once more.
    await sql.query("SET LOCAL synchronous_commit = off");
    await sql.query("SET LOCAL lock_timeout = '5s'");
    if (!(await tryLockInbox(sql, eventId))) return NOTHING;
    const left = await readLeft(sql, eventId);
    if (left?.is_between) return NOTHING;
    const singly = await singlyAfter(sql, eventId, left);
    const waiting = await readWaiting(sql, eventId, singly > 0 ? 1 : most);
    const batch = waiting.deliveries;
    if (batch.length === 0 && !left?.is_left) return NOTHING;
    await sql.query(
      `UPDATE connections SET batch_begun_at = CASE WHEN $2::uuid IS NOT NULL THEN clock_timestamp() END,
         batch_first = $2, batch_size = $3, batch_singly = $4 WHERE event_id = $1`,
      [eventId, batch[0]?.deliveryId ?? null, batch.length, Math.max(0, singly - batch.length)],
    );
    return waiting;
  });
}

async function readLeft(sql: Sql, eventId: string): Promise<Left | undefined> {
  const { rows } = await sql.query<Left>(
    `SELECT batch_begun_at IS NOT NULL AS is_left,
       coalesce(batch_begun_at > clock_timestamp() - $2 * interval '1 ms', false) AS is_between,
       batch_first AS first, coalesce(batch_size, 0) AS size, batch_singly AS singly
     FROM connections WHERE event_id = $1`,
    [eventId, BETWEEN_MS],
  );
  return rows[0];
}

/** How many deliveries are to be taken alone from now on. */
async function singlyAfter(sql: Sql, eventId: string, left: Left | undefined): Promise<number> {
  if (!left?.is_left) return left?.singly ?? 0;
  if (left.size > 1) return left.size + left.singly;
  await cutOffDelivery(sql, eventId, left.first);
  return left.singly;
}

/** A batch of the event is through: part of the transaction that did its work. */
export async function endBatch(sql: Sql, eventId: string): Promise<void> {
  await sql.query("UPDATE connections SET batch_begun_at = NULL WHERE event_id = $1", [eventId]);
}
