import type { Sql } from "@/lib/db";

/**
 * Marks as removed every participant that a completed pass did not see, and answers their ids. Rows
 * that anything confirmed since the pass began stay: a webhook may have brought them after their page
 * was read. A removal counts as known at the pass's first read, so that an older delivery, come late,
 * does not bring the row back. Only after a completed pass, under `lockMirror`.
 */
export async function removeUnseen(sql: Sql, eventId: string, runId: string): Promise<string[]> {
  const removed = await sql.query<{ participant_id: string }>(
    `WITH run AS (
       SELECT kind, started_at,
         (SELECT min(version_at) FROM participants WHERE event_id = $1 AND seen_in_run = $2) AS first_read_at
       FROM sync_runs WHERE event_id = $1 AND id = $2
     ), gone AS (
       UPDATE participants p SET removed_at = statement_timestamp(), updated_at = statement_timestamp(),
         source = run.kind, version_at = greatest(p.version_at, run.first_read_at)
       FROM run
       WHERE p.event_id = $1 AND p.removed_at IS NULL
         AND p.seen_in_run IS DISTINCT FROM $2 AND p.confirmed_at < run.started_at
       RETURNING p.participant_id, p.version_at, p.status
     ), remembered AS (
       INSERT INTO participant_history (event_id, participant_id, occurred_at, kind, status, changes)
       SELECT $1, participant_id, version_at, 'reconcile', status, '{"removed": [false, true]}' FROM gone
     )
     SELECT participant_id FROM gone`,
    [eventId, runId],
  );
  return removed.rows.map((row) => row.participant_id);
}
