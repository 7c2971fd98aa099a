import type { Sql } from "@/lib/db";

/**
 * Ends those sessions of a living grant, and sign-ins on their way into a frame, that stand on what the
 * person has taken back since: given by `givenBy`, on Revento's clock. A sign-in of after it took the
 * tokens' place before anybody told of the end (contract 7.5). In the caller's transaction, who holds
 * `lockMirror` and records the change. Answers whether there were any.
 */
export async function endSessionsGivenBy(
  sql: Sql,
  eventId: string,
  userId: string,
  givenBy: Date,
): Promise<boolean> {
  const values = [eventId, userId, givenBy];
  const handoffs = await sql.query(
    "DELETE FROM handoffs WHERE event_id = $1 AND user_id = $2 AND granted_at <= $3",
    values,
  );
  // Those that are signed out already stay, to say why.
  const sessions = await sql.query(
    `DELETE FROM portal_sessions s USING grants g
     WHERE s.event_id = $1 AND s.user_id = $2 AND s.granted_at <= $3 AND g.event_id = $1
       AND g.user_id = s.user_id AND g.epoch = s.grant_epoch AND g.state = 'active'`,
    values,
  );
  return (handoffs.rowCount ?? 0) + (sessions.rowCount ?? 0) > 0;
}
