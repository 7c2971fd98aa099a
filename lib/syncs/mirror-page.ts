import { requireActiveConnection } from "@/lib/connections/require-active-connection";
import type { Sql } from "@/lib/db";
import { changeEventInSql, type EventChange, IN_BACKGROUND } from "@/lib/live/change-event";
import { noteSeen } from "@/lib/mirror/full-read";
import { type Completion, completeResource, NOTHING_CONCLUDED } from "./complete-resource";
import { mirrorRows } from "./mirror-rows";
import { noteOddities } from "./note-oddities";
import { queueSecondReading } from "./queue-second-reading";
import { type Drift, saveDrift } from "./save-drift";
import type { SyncPlace } from "./sync-place";
import type { FetchedPage, PageEffect } from "./sync-resources";
import { LEASE_MS, LeaseLost, type SyncRun } from "./sync-run";

const STATEMENT_WITHIN_MS = 10_000;

/**
 * Writes a page and where the run stands after it in one transaction, so that a kill at any moment
 * costs at most this page. `next` is null after the last page: then the run is completed with it.
 * Throws LeaseLost, or AppError when the connection has ended; nothing is written then.
 */
export async function mirrorPage(
  run: SyncRun,
  place: SyncPlace,
  page: FetchedPage,
  next: SyncPlace | null,
): Promise<void> {
  const mirror = async (change: EventChange) => {
    const { sql } = change;
    await requireActiveConnection(sql, run.eventId);
    await holdRun(sql, run);
    const list = place.resource.table.name;
    await noteSeen(sql, run, { ...page, list, number: run.pages + 1 });
    const { effect, setAside } = await mirrorRows(sql, run, page, place.resource.table);
    if (page.unreadable) await countUnreadable(sql, run, place.resource.name, page.unreadable);
    const isLastOfResource = next?.resource !== place.resource;
    if (effect.expectedRows !== undefined) run.expectedRows = effect.expectedRows;
    const removed = isLastOfResource
      ? await completeResource(sql, run, place.resource, page.isIncomplete === true)
      : NOTHING_CONCLUDED;
    run.doubt ??= removed.doubt;
    const drift = [...(effect.drift ?? []), ...driftOf(run, removed.participants), ...setAside];
    await saveDrift(sql, run, drift);
    const isOfPeople = place.resource.name === "participants";
    await saveProgress(sql, run, effect, next, removed, isOfPeople ? page.readAt : null);
    if (next === null) {
      await noteOddities(sql, run);
      await queueSecondReading(sql, run);
    }
    recordEffects(change, effect, removed);
  };
  await changeEventInSql(run.eventId, mirror, {
    ...IN_BACKGROUND,
    statementWithinMs: STATEMENT_WITHIN_MS,
  });
}

function driftOf(run: SyncRun, removed: string[]): Drift[] {
  if (run.kind !== "reconcile") return [];
  return removed.map((participantId) => ({ participantId, fields: [], cause: "removed_there" }));
}

async function holdRun(sql: Sql, run: SyncRun): Promise<void> {
  const held = await sql.query(
    `SELECT 1 FROM sync_runs
     WHERE event_id = $1 AND id = $2 AND lease_holder = $3 AND state = 'running' FOR UPDATE`,
    [run.eventId, run.id, run.leaseHolder],
  );
  if (held.rowCount !== 1) throw new LeaseLost();
}

async function countUnreadable(sql: Sql, run: SyncRun, list: string, count: number): Promise<void> {
  await sql.query(
    `UPDATE sync_runs SET unreadable =
       unreadable || jsonb_build_object($3::text, coalesce((unreadable ->> $3)::int, 0) + $4::int)
     WHERE event_id = $1 AND id = $2`,
    [run.eventId, run.id, list, count],
  );
}

async function saveProgress(
  sql: Sql,
  run: SyncRun,
  effect: PageEffect,
  next: SyncPlace | null,
  removed: Completion,
  readAt: Date | null,
): Promise<void> {
  await sql.query(
    `UPDATE sync_runs SET resource = $3, cursor = $4, pages = pages + 1, rows = rows + $5,
       expected_rows = coalesce($6, expected_rows), removed = removed + $7,
       missing = missing + $9, doubt = coalesce(doubt, $10), failures = 0, error = NULL,
       first_read_at = coalesce(first_read_at, $11),
       drifted = (SELECT count(*) FROM drifts
         WHERE event_id = $1 AND run_id = $2
           AND cause NOT IN ('not_stored', 'not_told', 'removed_there')),
       progress_at = clock_timestamp(), lease_expires_at = clock_timestamp() + $8 * interval '1 ms',
       state = CASE WHEN $3::text IS NULL THEN 'completed' ELSE state END,
       finished_at = CASE WHEN $3::text IS NULL THEN clock_timestamp() END
     WHERE event_id = $1 AND id = $2`,
    [
      run.eventId,
      run.id,
      next?.resource.name ?? null,
      next?.cursor ?? null,
      effect.participants ?? 0,
      effect.expectedRows ?? null,
      removed.participants.length,
      LEASE_MS,
      removed.missing + (effect.held ?? 0),
      removed.doubt,
      readAt,
    ],
  );
}

function recordEffects(
  { changed }: EventChange,
  effect: PageEffect,
  removed: { participants: string[]; program: number },
): void {
  const ids = [...effect.changed, ...removed.participants];
  if (removed.program > 0) changed(effect.topic);
  else if (ids.length > 0) changed(effect.topic, ids);
  changed("sync");
}
