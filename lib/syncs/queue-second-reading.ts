import { randomUUID } from "node:crypto";
import type { Sql } from "@/lib/db";
import { logOf } from "@/lib/log";
import type { SyncRun } from "./sync-run";

/** A replica that lags has caught up by then. A little more than a second reading has to wait. */
const AFTER = "11 minutes";
/** Larger events are read again by their daily reconcile. */
const MOST_PEOPLE = 500;

/**
 * Queues the reading that decides about what this one lacked, in the transaction that completes it: of events of up
 * to 500 people, and of any whose reading was doubtful. A second reading queues no third; the daily reconcile goes on.
 */
export async function queueSecondReading(sql: Sql, run: SyncRun): Promise<void> {
  const { rows } = await sql.query<{ missing: number; doubt: string | null; people: number }>(
    `SELECT missing, doubt, (SELECT coalesce(sum(count), 0)::int FROM participant_counts WHERE event_id = $1) AS people
     FROM sync_runs WHERE event_id = $1 AND id = $2`,
    [run.eventId, run.id],
  );
  const { missing = 0, doubt = null, people = 0 } = rows[0] ?? {};
  if (doubt) {
    const { eventId, id: runId } = run;
    logOf("syncs").warn(
      { eventId, runId, doubt, missing },
      "a reading lacks rows, and is doubtful",
    );
  }
  // Who cannot be told apart today cannot be in eleven minutes either.
  const isDoubtful = doubt !== null && doubt !== "unreadable_rows";
  const isWorthIt = isDoubtful || (missing > 0 && people <= MOST_PEOPLE);
  if (run.isSecond || !isWorthIt) return;
  await sql.query(
    `INSERT INTO sync_runs (event_id, id, kind, is_second, waiting_until)
     VALUES ($1, $2, 'reconcile', true, clock_timestamp() + interval '${AFTER}')
     ON CONFLICT (event_id) WHERE state IN ('queued', 'running') DO NOTHING`,
    [run.eventId, randomUUID()],
  );
}
