import type { Sql } from "@/lib/db";
import type { Average } from "./review-settings-view";

/**
 * Writes down what the ratings of these applications come to, without ids those of all: how many have a score, their
 * average, and how far the highest is from the lowest. Lists are ordered by it.
 */
export async function summarizeRatings(
  sql: Sql,
  eventId: string,
  average: Average,
  participantIds?: readonly string[],
): Promise<void> {
  const middle =
    average === "median" ? "percentile_cont(0.5) WITHIN GROUP (ORDER BY r.score)" : "avg(r.score)";
  const which = participantIds
    ? "unnest($2::text[]) AS one(participant_id)"
    : `(SELECT participant_id FROM ratings WHERE event_id = $1
        UNION SELECT participant_id FROM application_reviews WHERE event_id = $1) AS one`;
  await sql.query(
    `INSERT INTO application_reviews AS a (event_id, participant_id, rating_count, average, spread)
     SELECT $1, one.participant_id, count(r.score)::int, round((${middle})::numeric, 2)::float8,
       round((max(r.score) - min(r.score))::numeric, 2)::float8
     FROM ${which}
     LEFT JOIN ratings AS r ON r.event_id = $1 AND r.participant_id = one.participant_id AND r.is_given
     GROUP BY one.participant_id
     ON CONFLICT (event_id, participant_id) DO UPDATE SET rating_count = excluded.rating_count,
       average = excluded.average, spread = excluded.spread`,
    participantIds ? [eventId, participantIds] : [eventId],
  );
}
