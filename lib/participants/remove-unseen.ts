import type { Sql } from "@/lib/db";
import { seenInRun } from "@/lib/mirror/full-read";

/** A reading removes what an earlier one lacked, too, if that was so long ago at least, and at the most. */
const SECOND_AFTER = "10 minutes";
const SECOND_WITHIN = "26 hours";

const UNSEEN = `p.event_id = $1 AND p.removed_at IS NULL
  AND p.confirmed_at < run.started_at AND NOT EXISTS (SELECT FROM seen WHERE seen.id = p.participant_id)`;
const RUN = `${seenInRun("participants")}, run AS (
  SELECT kind, started_at, first_read_at FROM sync_runs WHERE event_id = $1 AND id = $2
)`;

/** How many participants a completed pass saw, and how many of ours it did not see. */
export async function countUnseen(
  sql: Sql,
  eventId: string,
  runId: string,
): Promise<{ seen: number; gone: number }> {
  const { rows } = await sql.query<{ seen: number; gone: number }>(
    `WITH ${RUN}
     SELECT (SELECT count(*) FROM seen)::int AS seen,
       (SELECT count(*) FROM participants p, run WHERE ${UNSEEN})::int AS gone`,
    [eventId, runId],
  );
  return rows[0] ?? { seen: 0, gone: 0 };
}

/**
 * What a completed and plausible pass says of participants that it did not see: those whom an earlier one lacked as
 * well, between 10 minutes and 26 hours ago, are removed; the others are noted as missing. Rows that anything
 * confirmed since the pass started stay: a webhook may have brought them after their page was read. A removal counts
 * as known at the pass's first read, so that an older delivery that comes late does not bring the row back. Answers
 * whom it removed, and how many are missing.
 */
export async function removeUnseen(
  sql: Sql,
  eventId: string,
  runId: string,
): Promise<{ removed: string[]; missing: number }> {
  const removed = await sql.query<{ participant_id: string }>(
    `WITH ${RUN}, gone AS (
       UPDATE participants p SET removed_at = statement_timestamp(), updated_at = statement_timestamp(),
         source = run.kind, version_at = greatest(p.version_at, run.first_read_at), missing_since = NULL,
         delivered_at = NULL, said_at = NULL, stale_hash = NULL, stale_since = NULL
       FROM run
       WHERE ${UNSEEN} AND p.missing_since BETWEEN statement_timestamp() - interval '${SECOND_WITHIN}'
         AND statement_timestamp() - interval '${SECOND_AFTER}'
       RETURNING p.participant_id, p.version_at, p.status
     ), remembered AS (
       INSERT INTO participant_history (event_id, participant_id, occurred_at, kind, status, changes)
       SELECT $1, participant_id, version_at, 'reconcile', status, '{"removed": [false, true]}' FROM gone
     )
     SELECT participant_id FROM gone`,
    [eventId, runId],
  );
  const missing = await sql.query(
    `WITH ${RUN}
     UPDATE participants p SET missing_since = CASE
       WHEN p.missing_since >= statement_timestamp() - interval '${SECOND_WITHIN}' THEN p.missing_since
       ELSE statement_timestamp() END
     FROM run WHERE ${UNSEEN}`,
    [eventId, runId],
  );
  return {
    removed: removed.rows.map((row) => row.participant_id),
    missing: missing.rowCount ?? 0,
  };
}
