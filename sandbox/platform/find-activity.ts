import type { ActivityRow } from "../store/rows";
import { requireEvent } from "./find-event";
import type { Platform } from "./platform";
import { notFound } from "./platform-error";

/** An activity of this very event. Throws not_found, also for another event's. */
export function requireActivityOfEvent(
  platform: Platform,
  eventId: string,
  activityId: string,
): ActivityRow {
  requireEvent(platform, eventId);
  const row = platform.store.row<ActivityRow>(
    "SELECT * FROM activities WHERE id = ? AND event_id = ?",
    activityId,
    eventId,
  );
  if (!row) throw notFound("activity");
  return row;
}
