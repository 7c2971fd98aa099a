import { type Sql, withEventSql } from "@/lib/db";
import { announceChanges } from "@/lib/live/announce-changes";
import { lockMirror } from "@/lib/live/lock-mirror";
import { recordChange } from "@/lib/live/record-change";
import { endGrant } from "./end-grant";
import { endSessionsGivenBy } from "./end-sessions-given-by";

/**
 * Ends what participants had given by the end of a connection, on Revento's clock, where that is told
 * only after the event was connected again: their tokens died with the old one (contract 7.1). Answers
 * how many people it touched.
 */
export async function endGrantsGivenBy(
  eventId: string,
  givenBy: Date,
  cause: string,
): Promise<number> {
  const ended = await withEventSql(eventId, async (sql) => {
    await lockMirror(sql, eventId);
    const users: string[] = [];
    for (const userId of await readGrantedBy(sql, eventId, givenBy)) {
      const hasEnded =
        (await endGrant(sql, eventId, userId, { cause, givenBy })) ||
        (await endSessionsGivenBy(sql, eventId, userId, givenBy));
      if (hasEnded) users.push(userId);
    }
    if (users.length > 0) await recordChange(sql, eventId, "grants", users);
    return users.length;
  });
  if (ended > 0) await announceChanges(eventId);
  return ended;
}

async function readGrantedBy(sql: Sql, eventId: string, givenBy: Date): Promise<string[]> {
  const found = await sql.query<{ user_id: string }>(
    "SELECT user_id FROM grants WHERE event_id = $1 AND state = 'active' AND granted_at <= $2",
    [eventId, givenBy],
  );
  return found.rows.map((row) => row.user_id);
}
