import { changeEventInSql, type EventChange, IN_BACKGROUND } from "@/lib/live/change-event";
import type { SyncRun } from "./sync-run";

/** How a worker leaves a run that is not completed. */
export type Leaving =
  /** Anybody may carry it on after `waitMs`; `error` says what it waits out, if not a budget. */
  | { state: "running"; waitMs: number; error: string | null; failed: boolean }
  /** It is over: `failed` gave up, `ended` lost its connection. */
  | { state: "failed" | "ended"; error: string };

/** Gives the lease back, and tells open pages why. Writes nothing if the lease is lost already. */
export async function leaveRun(run: SyncRun, leaving: Leaving): Promise<void> {
  const waiting = leaving.state === "running" ? leaving : null;
  const leave = async ({ sql, changed }: EventChange) => {
    const left = await sql.query(
      `UPDATE sync_runs SET state = $4, error = $5, lease_holder = NULL, lease_expires_at = NULL,
         failures = failures + $6,
         waiting_until = clock_timestamp() + $7 * interval '1 ms',
         finished_at = CASE WHEN $4 <> 'running' THEN clock_timestamp() END
       WHERE event_id = $1 AND id = $2 AND lease_holder = $3 AND state = 'running'`,
      [
        run.eventId,
        run.id,
        run.leaseHolder,
        leaving.state,
        leaving.error,
        waiting?.failed === false ? 0 : 1,
        waiting && waiting.waitMs > 0 ? waiting.waitMs : null,
      ],
    );
    if (left.rowCount === 1) changed("sync");
  };
  await changeEventInSql(run.eventId, leave, IN_BACKGROUND);
}
