import type { ActivityRow, DayRow, ThreadRow } from "../store/rows";
import { requireEvent } from "./find-event";
import type { Platform } from "./platform";
import { notFound } from "./platform-error";

/** An activity with the words for where it is: building, floor. */
export type PlacedActivity = ActivityRow & { place: string };

export type ProgramDay = {
  days: DayRow[];
  day: DayRow;
  threads: { thread: ThreadRow; activities: PlacedActivity[] }[];
};

/** One day of an event's program, thread by thread; the first day if none is named. Throws not_found. */
export function listProgramDay(
  platform: Platform,
  eventId: string,
  dayId: string | undefined,
): ProgramDay {
  const { store } = platform;
  requireEvent(platform, eventId);
  const days = store.rows<DayRow>("SELECT * FROM days WHERE event_id = ? ORDER BY seq", eventId);
  const day = dayId ? days.find(({ id }) => id === dayId) : days[0];
  if (!day) throw notFound("day");
  const activities = store.rows<PlacedActivity>(
    `SELECT activities.*, COALESCE(parents.name || ', ', '') || locations.name AS place
     FROM activities JOIN locations ON locations.id = location_id
     LEFT JOIN locations AS parents ON parents.id = locations.parent_id
     WHERE activities.event_id = ? AND day_id = ? ORDER BY starts_at, activities.seq`,
    eventId,
    day.id,
  );
  const threads = store
    .rows<ThreadRow>("SELECT * FROM threads WHERE event_id = ? ORDER BY position", eventId)
    .map((thread) => ({
      thread,
      activities: activities.filter((activity) => activity.thread_id === thread.id),
    }));
  return { days, day, threads };
}
