import type { Sql } from "@/lib/db";

/** What is stored of a connection, as far as an operator's list is drawn and filtered from it. */
export type ConnectionRecord = {
  event_id: string;
  organization_id: string;
  title: string | null;
  state: string;
  cause: string;
  state_since: Date;
  connected_at: Date;
  paused_at: Date | null;
  scopes: string[];
  last_delivery_at: Date | null;
  away_since: Date | null;
  publish_status: string | null;
  now: Date;
  dead: number;
  first_issued_at: Date | null;
  access_expires_at: Date | null;
  refresh_expires_at: Date | null;
  refresh_failed_at: Date | null;
  refresh_failure: string | null;
  paused_until: Date | null;
  run_id: string | null;
  run_kind: string | null;
  run_state: string | null;
  run_error: string | null;
  run_finished_at: Date | null;
  run_progress_at: Date | null;
  run_drifted: number | null;
  run_removed: number | null;
  run_missing: number | null;
  run_doubt: string | null;
  erasure_id: string | null;
  erasure_scope: "all" | "mirror" | null;
  erasure_state: string | null;
  erasure_planned_at: Date | null;
  erasure_due_at: Date | null;
};

const RECORDS = `
SELECT c.event_id, c.organization_id, e.title, c.state, c.cause, c.state_since, c.connected_at,
  c.paused_at, c.scopes, c.last_delivery_at, c.away_since, e.publish_status, now() AS now,
  coalesce(dead.count, 0)::int AS dead,
  t.first_issued_at, t.access_expires_at, t.refresh_expires_at, t.refresh_failed_at,
  t.refresh_failure, t.paused_until,
  run.id AS run_id, run.kind AS run_kind, run.state AS run_state, run.error AS run_error,
  run.finished_at AS run_finished_at, run.progress_at AS run_progress_at,
  run.drifted AS run_drifted, run.removed AS run_removed,
  run.missing AS run_missing, run.doubt AS run_doubt,
  x.id AS erasure_id, x.scope AS erasure_scope, x.state AS erasure_state,
  x.planned_at AS erasure_planned_at, x.due_at AS erasure_due_at
FROM connections c
LEFT JOIN events e ON e.event_id = c.event_id
LEFT JOIN tokens t ON t.event_id = c.event_id AND t.holder = 'installation'
LEFT JOIN erasures x ON x.event_id = c.event_id AND x.state IN ('open', 'running')
LEFT JOIN LATERAL (
  SELECT id, kind, state, error, finished_at, progress_at, drifted, removed, missing, doubt FROM sync_runs r
  WHERE r.event_id = c.event_id AND NOT (r.is_second AND r.state = 'queued')
  ORDER BY created_at DESC LIMIT 1) run ON true
LEFT JOIN (
  SELECT event_id, count(*) FROM deliveries WHERE state = 'dead' GROUP BY event_id
) dead ON dead.event_id = c.event_id`;

/** Across events: every connection there is, or the one of `eventId`. */
export async function readConnectionRecords(
  sql: Sql,
  eventId: string | null,
): Promise<ConnectionRecord[]> {
  const wanted = eventId === null ? "" : "WHERE c.event_id = $1";
  const { rows } = await sql.query<ConnectionRecord>(
    `${RECORDS} ${wanted} ORDER BY c.event_id`,
    eventId === null ? [] : [eventId],
  );
  return rows;
}
