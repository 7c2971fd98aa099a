import { randomUUID } from "node:crypto";
import { type Sql, withEventSql } from "@/lib/db";
import { placeOf, type SyncPlace } from "./sync-place";
import { LEASE_MS, type SyncKind, type SyncRun } from "./sync-run";

type ClaimedRow = {
  kind: SyncKind;
  scopes: string[];
  resource: string | null;
  cursor: string | null;
  started_at: Date;
  pages: number;
  failures: number;
  restarts: number;
  expected_rows: number | null;
  is_second: boolean;
  doubt: string | null;
};

/**
 * Takes a run that waits for a worker: queued, past its wait, or left by a worker that went silent.
 * Answers the run and where it stands (null: nothing to read), or null when there is nothing to take:
 * somebody else has it, it is over, its time has not come, or the connection has ended.
 */
export async function claimRun(
  eventId: string,
  runId: string,
): Promise<{ run: SyncRun; place: SyncPlace | null } | null> {
  const leaseHolder = randomUUID();
  const row = await withEventSql(eventId, (sql) => takeLease(sql, eventId, runId, leaseHolder));
  if (!row) return null;
  const run: SyncRun = {
    eventId,
    id: runId,
    kind: row.kind,
    leaseHolder,
    scopes: row.scopes,
    startedAt: row.started_at,
    pages: row.pages,
    failures: row.failures,
    restarts: row.restarts,
    expectedRows: row.expected_rows,
    isSecond: row.is_second,
    doubt: row.doubt,
  };
  return { run, place: placeOf(row, row.scopes) };
}

async function takeLease(
  sql: Sql,
  eventId: string,
  runId: string,
  leaseHolder: string,
): Promise<ClaimedRow | undefined> {
  const taken = await sql.query<ClaimedRow>(
    `UPDATE sync_runs r SET state = 'running', waiting_until = NULL, lease_holder = $3,
       lease_expires_at = clock_timestamp() + $4 * interval '1 ms',
       started_at = coalesce(r.started_at, clock_timestamp()),
       progress_at = coalesce(r.progress_at, clock_timestamp())
     FROM connections c
     WHERE r.event_id = $1 AND r.id = $2 AND r.state IN ('queued', 'running')
       AND coalesce(r.lease_expires_at <= clock_timestamp(), true)
       AND coalesce(r.waiting_until <= clock_timestamp(), true)
       AND c.event_id = r.event_id AND c.state = 'active' AND c.paused_at IS NULL
     RETURNING r.*, c.scopes`,
    [eventId, runId, leaseHolder, LEASE_MS],
  );
  return taken.rows[0];
}
