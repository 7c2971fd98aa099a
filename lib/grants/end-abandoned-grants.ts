import { withSystemSql } from "@/lib/db";
import { changeEventInSql, IN_BACKGROUND } from "@/lib/live/change-event";
import { endGrant } from "./end-grant";

/**
 * Ends the grants that no browser is signed in with any more, an hour after they were given at the
 * soonest: a token that nobody can use is only a risk. Looks across events. Answers how many ended.
 */
export async function endAbandonedGrants(): Promise<number> {
  const abandoned = await withSystemSql(async (sql) => {
    const found = await sql.query<{ event_id: string; user_id: string }>(
      `SELECT g.event_id, g.user_id FROM grants g
       WHERE g.state = 'active' AND g.state_since < now() - interval '1 hour'
         AND NOT EXISTS (SELECT FROM portal_sessions s WHERE s.event_id = g.event_id
           AND s.user_id = g.user_id AND s.expires_at > now())`,
    );
    return found.rows;
  });
  let ended = 0;
  for (const { event_id, user_id } of abandoned) {
    if (
      await changeEventInSql(
        event_id,
        (change) => endGrant(change, user_id, { cause: "signed_out" }),
        IN_BACKGROUND,
      )
    )
      ended += 1;
  }
  return ended;
}
