import type { Sql } from "@/lib/db";
import { changeInErasure, type RunningErasure } from "./change-in-erasure";
import { type ErasableTable, goes, tablesOf } from "./erasable-tables";

/** Small enough that nobody waits for its locks, large enough that most events need only a few. */
const BATCH_ROWS = 1_000;
/** What takes somebody's right to look away: open pages hear of it at once. */
const SEATS = ["member_sessions", "members", "grants"];

export type Batch = {
  /** "over": there is nothing to carry on; "busy": another worker is at it. */
  step: "more" | "empty" | "busy" | "over";
  /** Whether a change was recorded. */
  isTold: boolean;
};

/**
 * Deletes the next 1,000 rows of an event's running erasure and adds them to its counts, in one short
 * transaction: killed anywhere, what is counted is what is gone. `tell` records a change, so that open
 * pages see how far it is.
 */
export async function eraseBatch(eventId: string, tell: boolean): Promise<Batch> {
  const batch = await changeInErasure(
    eventId,
    async ({ sql, changed }, erasure): Promise<Batch> => {
      const tables = tablesOf(erasure.scope).filter((one) => !one.isLast);
      const deleted = await deleteRows(sql, eventId, tables, erasure.before);
      const total = sumOf(deleted);
      if (total === 0) return { step: "empty", isTold: false };
      await addCounts(sql, eventId, erasure, deleted);
      const isTold = tell || SEATS.some((table) => (deleted[table] ?? 0) > 0);
      // A notice of a deleted notice would never end.
      const isWorthIt = isTold && total > (deleted.changes ?? 0);
      if (isWorthIt) changed("connection");
      return { step: "more", isTold: isWorthIt };
    },
  );
  return typeof batch === "string" ? { step: batch, isTold: false } : batch;
}

async function deleteRows(
  sql: Sql,
  eventId: string,
  tables: readonly ErasableTable[],
  before: Date | null,
): Promise<Record<string, number>> {
  const deleted: Record<string, number> = {};
  for (const one of tables) {
    const room = BATCH_ROWS - sumOf(deleted);
    if (room <= 0) break;
    deleted[one.table] = await deleteSome(sql, eventId, one, before, room);
  }
  return deleted;
}

/** Deletes `most` rows of one table at the most, and answers how many. */
export async function deleteSome(
  sql: Sql,
  eventId: string,
  one: ErasableTable,
  before: Date | null,
  most: number,
): Promise<number> {
  const gone = await sql.query(
    `DELETE FROM ${one.table} WHERE event_id = $1 AND ctid = ANY(ARRAY(
       SELECT t.ctid FROM ${one.table} t WHERE ${goes(one)} LIMIT $3))`,
    [eventId, before, most],
  );
  return gone.rowCount ?? 0;
}

/** Adds what was deleted to the erasure's counts, and answers them. */
export async function addCounts(
  sql: Sql,
  eventId: string,
  { id, counts }: RunningErasure,
  deleted: Record<string, number>,
): Promise<Record<string, number>> {
  const sums = { ...counts };
  for (const [table, count] of Object.entries(deleted)) {
    if (count > 0) sums[table] = (sums[table] ?? 0) + count;
  }
  await sql.query("UPDATE erasures SET counts = $3 WHERE event_id = $1 AND id = $2", [
    eventId,
    id,
    JSON.stringify(sums),
  ]);
  return sums;
}

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
