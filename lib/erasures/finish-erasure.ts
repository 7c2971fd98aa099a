import { queueFirstSync } from "@/lib/connections/queue-first-sync";
import type { Sql } from "@/lib/db";
import { env } from "@/lib/env";
import type { EventChange } from "@/lib/live/change-event";
import type { Certificate } from "./certificate";
import { changeInErasure, type RunningErasure } from "./change-in-erasure";
import { countRows } from "./count-rows";
import { byNoun, type ErasableTable, TABLES, tablesOf } from "./erasable-tables";
import { addCounts, deleteSome } from "./erase-batch";
import { signCertificate } from "./sign-certificate";

/** "again": rows came in since the last batch; "over": there is nothing to finish. */
export type Finish = "completed" | "again" | "busy" | "over";

/**
 * Ends an erasure in one transaction, once every table has been counted again and found empty: signs its
 * certificate, and removes the connection's row, or, where only the mirror went, makes the connection
 * active and asks for its first sync.
 */
export async function finishErasure(eventId: string): Promise<Finish> {
  return changeInErasure(eventId, async (change, erasure) => {
    const { sql } = change;
    await sql.query("SELECT FROM connections WHERE event_id = $1 FOR UPDATE", [eventId]);
    const tables = tablesOf(erasure.scope);
    const emptied = tables.filter((one) => erasure.scope === "mirror" || !goesAtTheEnd(one));
    const left = await countRows(sql, eventId, emptied, erasure.before);
    if (hasRows(left)) return "again";
    await sql.query("SAVEPOINT emptied");
    const counts = erasure.scope === "all" ? await emptyTheRest(sql, eventId, erasure) : null;
    const remaining = await countRows(sql, eventId, tables, erasure.before);
    if (emptied.some(({ table }) => (remaining[table] ?? 0) > 0)) {
      // A delivery that came just now: the batches go on.
      await sql.query("ROLLBACK TO SAVEPOINT emptied");
      return "again";
    }
    if (hasRows(remaining)) throw new Error("rows are left after the last ones were deleted");
    await complete(sql, eventId, { ...erasure, counts: counts ?? erasure.counts }, remaining);
    if (erasure.scope === "mirror") await activate(change, erasure.id);
    return "completed";
  });
}

/** Progress is told until the end, and told through these. */
function goesAtTheEnd({ table, isLast }: ErasableTable): boolean {
  return isLast === true || table === "changes";
}

function hasRows(counts: Record<string, number>): boolean {
  return Object.values(counts).some((count) => count > 0);
}

async function emptyTheRest(
  sql: Sql,
  eventId: string,
  erasure: RunningErasure,
): Promise<Record<string, number>> {
  for (const { table, kept } of TABLES) {
    const blanks = Object.entries(kept?.blank ?? {});
    if (blanks.length === 0) continue;
    const set = blanks.map(([column, value]) => `${column} = ${value}`).join(", ");
    await sql.query(`UPDATE ${table} SET ${set} WHERE event_id = $1`, [eventId]);
  }
  const deleted: Record<string, number> = {};
  for (const one of TABLES.filter(goesAtTheEnd)) {
    deleted[one.table] = await deleteSome(sql, eventId, one, null, Number.MAX_SAFE_INTEGER);
  }
  return addCounts(sql, eventId, erasure, deleted);
}

async function complete(
  sql: Sql,
  eventId: string,
  erasure: RunningErasure,
  remaining: Record<string, number>,
): Promise<void> {
  const finishedAt = new Date();
  const certificate: Certificate = {
    iss: env().APP_URL,
    jti: erasure.id,
    iat: Math.floor(finishedAt.getTime() / 1_000),
    event: eventId,
    organization: erasure.organizationId,
    scope: erasure.scope,
    rule: erasure.rule,
    cause: erasure.cause,
    ended_at: erasure.endedAt.toISOString(),
    due_at: erasure.dueAt.toISOString(),
    started_at: erasure.startedAt.toISOString(),
    finished_at: finishedAt.toISOString(),
    erased: byNoun(erasure.counts),
    remaining: nounsOf(remaining),
  };
  await sql.query(
    `UPDATE erasures SET state = 'completed', finished_at = $3, certificate = $4
     WHERE event_id = $1 AND id = $2`,
    [eventId, erasure.id, finishedAt, await signCertificate(certificate)],
  );
}

/** Every noun that was counted, zeros and all. */
function nounsOf(counts: Record<string, number>): Record<string, number> {
  const counted = TABLES.filter(({ table }) => table in counts);
  return Object.fromEntries(counted.map(({ table, noun }) => [noun, counts[table] ?? 0]));
}

/** What had been read is gone: now it is read anew. */
async function activate(
  { sql, eventId, changed, audit }: EventChange,
  erasureId: string,
): Promise<void> {
  await sql.query(
    "UPDATE connections SET state = 'active', state_since = now() WHERE event_id = $1",
    [eventId],
  );
  await queueFirstSync(sql, eventId);
  await audit("foyer", "erasure.completed", { erasureId, scope: "mirror" });
  for (const topic of ["connection", "participants", "event", "program", "sync"] as const) {
    changed(topic);
  }
}
