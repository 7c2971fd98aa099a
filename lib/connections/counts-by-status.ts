import { OTHER_STATUSES } from "./event-overview-view";

/**
 * The live rows of an event by status, as the mirror keeps counting them: the 20 most frequent by their
 * word ("" is none), all others together as {@link OTHER_STATUSES}. `eventId` is SQL.
 */
export function countsByStatusSql(eventId: string): string {
  return `SELECT CASE WHEN place <= 20 THEN status ELSE '${OTHER_STATUSES}' END AS status,
      sum(count)::int AS count
    FROM (SELECT status, count, row_number() OVER (ORDER BY count DESC, status) AS place
      FROM participant_counts WHERE event_id = ${eventId} AND count > 0) AS ranked
    GROUP BY 1`;
}
