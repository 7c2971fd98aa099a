import type { AgendaView } from "./agenda-view";
import { changeAgenda } from "./change-agenda";
import type { Visitor } from "./visitor";

/**
 * Takes an activity off one's own agenda, whether or not the program still has it, and answers the
 * agenda; one that is not there is no error. Throws ZodError or AppError `unauthenticated`,
 * `rate_limited`.
 */
export async function unstarActivity(
  visitor: Visitor,
  { activityId }: { activityId: string },
): Promise<AgendaView> {
  return changeAgenda(visitor, activityId, async (sql, entry) => {
    const removed = await sql.query(
      "DELETE FROM starred_activities WHERE event_id = $1 AND user_id = $2 AND activity_id = $3",
      [entry.eventId, entry.userId, entry.activityId],
    );
    return removed.rowCount === 1;
  });
}
