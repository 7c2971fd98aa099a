import type { Sql } from "@/lib/db";
import { changeEventInSql } from "@/lib/live/change-event";
import { mirrorParticipants } from "@/lib/participants/mirror-participants";
import type { MyApplicationAnswer, ProfileAnswer } from "@/lib/revento/read-me";

/** What asking Revento about a person came to. */
export type AnswerAboutMe = {
  profile?: ProfileAnswer;
  application?: MyApplicationAnswer;
  /** Why one of the two is missing. */
  failure: "unavailable" | "busy" | null;
};

/**
 * Keeps what Revento said about a person, unless their grant or the connection has ended meanwhile:
 * the profile with the grant, the application in the mirror, by the same rule as every API read
 * (contract 6.5). Open pages hear of it.
 */
export async function saveMe(
  eventId: string,
  userId: string,
  { profile, application, failure }: AnswerAboutMe,
): Promise<void> {
  await changeEventInSql(eventId, async ({ sql, changed }) => {
    if (!(await isGranted(sql, eventId, userId))) return;
    await sql.query(
      `UPDATE grants SET checked_at = now(), check_failure = $3,
         name = CASE WHEN $4 THEN $5 ELSE name END, email = CASE WHEN $4 THEN $6 ELSE email END,
         profile_read_at = CASE WHEN $4 THEN now() ELSE profile_read_at END,
         application_read_at = CASE WHEN $7 THEN now() ELSE application_read_at END
       WHERE event_id = $1 AND user_id = $2`,
      [
        eventId,
        userId,
        failure,
        profile !== undefined,
        profile?.name ?? null,
        profile?.email ?? null,
        application !== undefined,
      ],
    );
    if (application) {
      const row = {
        snapshot: application.application,
        versionAt: application.readAt,
        exact: false,
      };
      const origin = { source: "portal", kind: "portal" } as const;
      const mirrored = await mirrorParticipants(sql, eventId, [row], origin);
      if (mirrored.changed.length > 0) changed("participants", mirrored.changed);
    }
    changed("grants", [userId]);
  });
}

async function isGranted(sql: Sql, eventId: string, userId: string): Promise<boolean> {
  const found = await sql.query(
    `SELECT 1 FROM connections c JOIN grants g ON g.event_id = c.event_id
     WHERE c.event_id = $1 AND c.state = 'active' AND g.user_id = $2 AND g.state = 'active'
     FOR SHARE OF c FOR UPDATE OF g`,
    [eventId, userId],
  );
  return found.rowCount === 1;
}
