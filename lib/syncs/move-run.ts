import { withEventSql } from "@/lib/db";
import type { SyncPlace } from "./sync-place";
import { LeaseLost, type SyncRun } from "./sync-run";

/**
 * Sends a run to another place without a page: past what it may not read, or back to the beginning of
 * a resource whose cursor Revento no longer knows. `place` null completes it. Throws LeaseLost.
 */
export async function moveRun(
  run: SyncRun,
  place: SyncPlace | null,
  options: { restart?: boolean } = {},
): Promise<void> {
  const isRestart = options.restart === true;
  await withEventSql(run.eventId, async (sql) => {
    const moved = await sql.query(
      `UPDATE sync_runs SET resource = $4, cursor = $5, progress_at = clock_timestamp(),
         restarts = restarts + $6,
         rows = CASE WHEN $6 = 1 AND $4 = 'participants' THEN 0 ELSE rows END,
         state = CASE WHEN $4::text IS NULL THEN 'completed' ELSE state END,
         finished_at = CASE WHEN $4::text IS NULL THEN clock_timestamp() END
       WHERE event_id = $1 AND id = $2 AND lease_holder = $3 AND state = 'running'`,
      [
        run.eventId,
        run.id,
        run.leaseHolder,
        place?.resource.name ?? null,
        place?.cursor ?? null,
        isRestart ? 1 : 0,
      ],
    );
    if (moved.rowCount !== 1) throw new LeaseLost();
  });
}
