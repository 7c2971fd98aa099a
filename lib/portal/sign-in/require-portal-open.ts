import { withEventSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { EventId } from "@/lib/event-id";

/**
 * The guard of everything a stranger may begin in a portal. Throws AppError `not_found` for an event
 * that is not connected, not public, or unknown: which of these it is stays untold.
 */
export async function requirePortalOpen(eventId: string): Promise<void> {
  const isOpen =
    EventId.safeParse(eventId).success &&
    (await withEventSql(eventId, async (sql) => {
      const found = await sql.query(
        `SELECT 1 FROM connections c JOIN events e ON e.event_id = c.event_id
         WHERE c.event_id = $1 AND c.state = 'active' AND e.publish_status = 'published'`,
        [eventId],
      );
      return found.rowCount === 1;
    }));
  if (!isOpen) throw new AppError("not_found", "There is no portal here.");
}
