import type { Sql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { AgendaView } from "./agenda-view";
import { type AgendaEntry, changeAgenda } from "./change-agenda";
import type { Visitor } from "./visitor";

const MOST_STARRED = 500;

/**
 * Puts an activity on one's own agenda, and answers the agenda; one that is there already stays.
 * Throws ZodError, or AppError `unauthenticated`, `rate_limited`, `not_found` for an activity that the event's program
 * does not have, `invalid` beyond 500.
 */
export async function starActivity(
  visitor: Visitor,
  { activityId }: { activityId: string },
): Promise<AgendaView> {
  return changeAgenda(visitor, activityId, async (sql, entry) => {
    const { isKnown, isStarred, count } = await lookUp(sql, entry);
    if (!isKnown) throw new AppError("not_found", "This event's program has no such activity.");
    if (isStarred) return false;
    if (count >= MOST_STARRED) {
      throw new AppError("invalid", `An agenda holds ${MOST_STARRED} activities at the most.`);
    }
    await sql.query(
      "INSERT INTO starred_activities (event_id, user_id, activity_id) VALUES ($1, $2, $3)",
      [entry.eventId, entry.userId, entry.activityId],
    );
    return true;
  });
}

type Found = { isKnown: boolean; isStarred: boolean; count: number };

async function lookUp(sql: Sql, { eventId, userId, activityId }: AgendaEntry): Promise<Found> {
  const found = await sql.query<Found>(
    `SELECT
       EXISTS (SELECT 1 FROM activities WHERE event_id = $1 AND activity_id = $3) AS "isKnown",
       coalesce(bool_or(activity_id = $3), false) AS "isStarred", count(*)::int AS count
     FROM starred_activities WHERE event_id = $1 AND user_id = $2`,
    [eventId, userId, activityId],
  );
  return found.rows[0] ?? { isKnown: false, isStarred: false, count: 0 };
}
