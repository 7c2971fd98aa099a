import type { Sql } from "@/lib/db";
import { logOf } from "@/lib/log";
import type { MirrorTable } from "@/lib/mirror/mirror-rows";
import { reasonOf } from "@/lib/reason-of";
import type { Drift } from "./save-drift";
import type { FetchedPage, PageEffect } from "./sync-resources";
import type { SyncRun } from "./sync-run";

/** A page whose every row fails says nothing of its rows: it is tried again so many times as a whole. */
const TRIES_OF_A_PAGE = 3;

/**
 * Writes the rows of a page; where that fails, one by one. A row that cannot be written is set aside: named
 * in the run's drifts, kept as it was where the mirror has it, stale, and never taken for gone.
 */
export async function mirrorRows(
  sql: Sql,
  run: SyncRun,
  page: FetchedPage,
  table: MirrorTable<never>,
): Promise<{ effect: PageEffect; setAside: Drift[] }> {
  await sql.query("SAVEPOINT page");
  try {
    const effect = await page.mirror(sql, run);
    await sql.query("RELEASE SAVEPOINT page");
    return { effect, setAside: [] };
  } catch (error) {
    await sql.query("ROLLBACK TO SAVEPOINT page");
    return mirrorSingly(sql, run, page, table, error);
  }
}

async function mirrorSingly(
  sql: Sql,
  run: SyncRun,
  page: FetchedPage,
  table: MirrorTable<never>,
  cause: unknown,
): Promise<{ effect: PageEffect; setAside: Drift[] }> {
  const setAside: Drift[] = [];
  let effect: PageEffect | undefined;
  for (const [at, id] of page.ids.entries()) {
    await sql.query("SAVEPOINT row");
    try {
      effect = joined(effect, await page.mirror(sql, run, at));
      await sql.query("RELEASE SAVEPOINT row");
    } catch (error) {
      await sql.query("ROLLBACK TO SAVEPOINT row");
      setAside.push({ participantId: id, fields: [reasonOf(error)], cause: "not_stored" });
    }
  }
  if (!effect && run.failures < TRIES_OF_A_PAGE) throw cause;
  const ids = setAside.map(({ participantId }) => participantId);
  if (table.doubts.includes("stale_hash"))
    await sql.query(
      `UPDATE ${table.name} SET stale_hash = 'not_stored', stale_since = coalesce(stale_since, statement_timestamp())
       WHERE event_id = $1 AND ${table.key} = ANY($2)`,
      [run.eventId, ids],
    );
  logOf("syncs").error(
    { eventId: run.eventId, runId: run.id, rows: ids.length, reason: reasonOf(cause) },
    "set rows aside that cannot be stored",
  );
  return { effect: effect ?? { topic: "sync", changed: [] }, setAside };
}

function joined(into: PageEffect | undefined, more: PageEffect): PageEffect {
  if (!into) return more;
  return {
    topic: more.topic,
    changed: [...into.changed, ...more.changed],
    participants: (into.participants ?? 0) + (more.participants ?? 0),
    drift: [...(into.drift ?? []), ...(more.drift ?? [])],
    held: (into.held ?? 0) + (more.held ?? 0),
    expectedRows: more.expectedRows ?? into.expectedRows ?? null,
  };
}
