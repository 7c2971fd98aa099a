import { PARTICIPANT_COLUMNS } from "@/lib/participants/view-participant";

/** What one would write by hand for one page, straight at the table: no roles, no policies, no views. */
export type BareQuery = { text: string; values: unknown[] };

const COLUMNS = PARTICIPANT_COLUMNS.join(", ");
const PAGE = "ORDER BY submitted_at DESC NULLS LAST, participant_id LIMIT 51";
const LIVE = "event_id = $1 AND removed_at IS NULL";

/** The rows of the page and nothing else. `condition` may speak of $2. */
export function barePage(condition: string, values: unknown[]): BareQuery {
  return {
    text: `SELECT ${COLUMNS} FROM participants WHERE ${LIVE} AND ${condition} ${PAGE}`,
    values,
  };
}

/** The same with the counts of every status, which the table of counts knows. */
export function barePageWithCounts(condition: string, values: unknown[]): BareQuery {
  return {
    text: `SELECT counts.facets, page.* FROM
      (SELECT jsonb_object_agg(status, count) AS facets FROM participant_counts WHERE event_id = $1) AS counts
      LEFT JOIN (SELECT ${COLUMNS} FROM participants WHERE ${LIVE} AND ${condition} ${PAGE}) AS page ON true`,
    values,
  };
}

/** The same for a search: nobody has counted its matches before. */
export function bareSearchWithCounts(condition: string, values: unknown[]): BareQuery {
  return {
    text: `WITH matches AS MATERIALIZED (
        SELECT participant_id, status, submitted_at FROM participants WHERE ${LIVE} AND ${condition}
      ), keys AS (SELECT participant_id FROM matches ${PAGE})
      SELECT counts.facets, page.* FROM
        (SELECT jsonb_object_agg(status, count) AS facets
         FROM (SELECT status, count(*) FROM matches GROUP BY 1) AS counted) AS counts
      LEFT JOIN (SELECT ${COLUMNS} FROM participants WHERE ${LIVE}
        AND participant_id IN (SELECT participant_id FROM keys) ${PAGE}) AS page ON true`,
    values,
  };
}
