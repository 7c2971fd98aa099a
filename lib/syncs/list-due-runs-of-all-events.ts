import { withSystemSql } from "@/lib/db";

export type DueRun = { eventId: string; runId: string; isFirstSync: boolean };

const MOST_AT_ONCE = 200;

/**
 * Runs of all events that wait for a worker now, longest without progress first, and in how many
 * milliseconds the next one will (null: none waits). The table is the truth: a lost job, notification
 * or worker costs nothing but the time until somebody looks here.
 */
export async function listDueRunsOfAllEvents(): Promise<{
  due: DueRun[];
  nextInMs: number | null;
}> {
  return withSystemSql(async (sql) => {
    const found = await sql.query<{
      event_id: string;
      id: string;
      kind: string;
      due_in_ms: number;
    }>(
      `SELECT event_id, id, kind,
         coalesce(extract(epoch FROM greatest(waiting_until, lease_expires_at) - clock_timestamp()) * 1000, 0)::float8
           AS due_in_ms
       FROM sync_runs r WHERE state IN ('queued', 'running')
         AND EXISTS (SELECT FROM connections c WHERE c.event_id = r.event_id AND c.paused_at IS NULL)
       ORDER BY coalesce(progress_at, created_at)`,
    );
    const due = found.rows.filter((row) => row.due_in_ms <= 0).slice(0, MOST_AT_ONCE);
    const later = found.rows.map((row) => row.due_in_ms).filter((ms) => ms > 0);
    return {
      due: due.map((row) => ({
        eventId: row.event_id,
        runId: row.id,
        isFirstSync: row.kind === "sync",
      })),
      nextInMs: later.length === 0 ? null : Math.ceil(Math.min(...later)),
    };
  });
}
