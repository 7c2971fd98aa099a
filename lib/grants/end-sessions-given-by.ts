import type { Sql } from "@/lib/db";

/**
 * Ends those sessions of living grants, and sign-ins on their way into a frame, that stand on what these
 * people have taken back since: given by `givenBy`, on Revento's clock. A sign-in of after it took the
 * tokens' place before anybody told of the end (contract 7.5). Answers whom it touched.
 */
export async function endSessionsGivenBy(
  sql: Sql,
  eventId: string,
  userIds: readonly string[],
  givenBy: Date,
): Promise<string[]> {
  const values = [eventId, userIds, givenBy];
  const handoffs = await sql.query<{ user_id: string }>(
    "DELETE FROM handoffs WHERE event_id = $1 AND user_id = ANY($2) AND granted_at <= $3 RETURNING user_id",
    values,
  );
  // Those that are signed out already stay, to say why.
  const sessions = await sql.query<{ user_id: string }>(
    `DELETE FROM portal_sessions s USING grants g
     WHERE s.event_id = $1 AND s.user_id = ANY($2) AND s.granted_at <= $3 AND g.event_id = $1
       AND g.user_id = s.user_id AND g.epoch = s.grant_epoch AND g.state = 'active'
     RETURNING s.user_id`,
    values,
  );
  return [...new Set([...handoffs.rows, ...sessions.rows].map((row) => row.user_id))];
}
