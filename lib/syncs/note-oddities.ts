import type { Sql } from "@/lib/db";
import { PARTICIPANTS } from "@/lib/participants/mirror-statement";
import { EVENT, PROGRAM } from "@/lib/program/mirror-program";
import type { SyncRun } from "./sync-run";

/** The words of contract 4.5 and 4.6; `unknown` is ours, where Revento said none. */
const KNOWN_STATUSES = ["pending", "approved", "rejected", "revision_requested", "cancelled"];
const KNOWN_PUBLISH_STATUSES = ["published", "unpublished", "archived", "unknown"];

const ODD_ROWS = [...PROGRAM, EVENT, PARTICIPANTS]
  .map(
    ({
      name,
    }) => `SELECT '${name}' AS list, odd FROM ${name} WHERE event_id = $1 AND odd IS NOT NULL
      ${name === PARTICIPANTS.name ? "AND removed_at IS NULL" : ""}`,
  )
  .join(" UNION ALL ");

/**
 * Writes down at the end of a run what of the event's mirror could not be read, by list and field, and which words are
 * new in Revento: counts, and nothing of anybody's.
 */
export async function noteOddities(sql: Sql, { eventId, id }: SyncRun): Promise<void> {
  await sql.query(
    `WITH odd_rows AS (${ODD_ROWS}), fields AS (
       SELECT list, field, count(*)::int AS rows FROM odd_rows, jsonb_object_keys(odd) AS field
       GROUP BY list, field
     ), lists AS (
       SELECT list, jsonb_build_object('rows', (SELECT count(*) FROM odd_rows o WHERE o.list = f.list),
         'fields', jsonb_object_agg(field, rows)) AS told
       FROM fields f GROUP BY list
     ), words AS (
       SELECT 'application_status' AS field, status AS word, count AS rows FROM participant_counts
       WHERE event_id = $1 AND count > 0 AND status <> '' AND status <> ALL($3)
       UNION ALL
       SELECT 'publish_status', publish_status, 1 FROM events
       WHERE event_id = $1 AND publish_status <> ALL($4)
     ), new_words AS (
       SELECT field, jsonb_object_agg(word, rows) AS told FROM words GROUP BY field
     )
     UPDATE sync_runs SET
       odd = coalesce((SELECT jsonb_object_agg(list, told) FROM lists), '{}'),
       new_words = coalesce((SELECT jsonb_object_agg(field, told) FROM new_words), '{}')
     WHERE event_id = $1 AND id = $2`,
    [eventId, id, KNOWN_STATUSES, KNOWN_PUBLISH_STATUSES],
  );
}
