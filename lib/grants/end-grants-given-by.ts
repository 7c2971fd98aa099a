import type { Sql } from "@/lib/db";
import type { EventChange } from "@/lib/live/change-event";
import { closeGrants } from "./end-grant";
import { endSessionsGivenBy } from "./end-sessions-given-by";

/**
 * Ends what participants had given by the end of a connection, on Revento's clock, where that is told
 * only after the event was connected again: their tokens died with the old one (contract 7.1). A few
 * statements, however many people there are, with an audit entry for each grant. Answers how many people
 * it touched.
 */
export async function endGrantsGivenBy(
  { sql, eventId, changed }: EventChange,
  givenBy: Date,
  cause: string,
): Promise<number> {
  const granted = await readGrantedBy(sql, eventId, givenBy);
  const ended = await deleteTokens(sql, eventId, granted, givenBy);
  await closeGrants(sql, eventId, cause, ended);
  await recordAudits(sql, eventId, ended, cause);
  const hasEnded = new Set(ended);
  const renewed = granted.filter((userId) => !hasEnded.has(userId));
  const users = [...ended, ...(await endSessionsGivenBy(sql, eventId, renewed, givenBy))];
  if (users.length > 0) changed("grants", users);
  return users.length;
}

async function readGrantedBy(sql: Sql, eventId: string, givenBy: Date): Promise<string[]> {
  const found = await sql.query<{ user_id: string }>(
    "SELECT user_id FROM grants WHERE event_id = $1 AND state = 'active' AND granted_at <= $2",
    [eventId, givenBy],
  );
  return found.rows.map((row) => row.user_id);
}

/** Answers whose tokens were of before the end; the others have signed in again since. */
async function deleteTokens(
  sql: Sql,
  eventId: string,
  userIds: readonly string[],
  givenBy: Date,
): Promise<string[]> {
  const deleted = await sql.query<{ holder: string }>(
    `DELETE FROM tokens WHERE event_id = $1 AND holder = ANY($2) AND first_issued_at <= $3
     RETURNING holder`,
    [eventId, userIds, givenBy],
  );
  return deleted.rows.map((row) => row.holder);
}

async function recordAudits(
  sql: Sql,
  eventId: string,
  userIds: readonly string[],
  cause: string,
): Promise<void> {
  await sql.query(
    `INSERT INTO audit_entries (event_id, id, actor, action, detail)
     SELECT $1, gen_random_uuid(), 'revento', 'grant.ended',
       jsonb_build_object('userId', user_id, 'cause', $3::text)
     FROM unnest($2::text[]) AS ended(user_id)`,
    [eventId, userIds, cause],
  );
}
