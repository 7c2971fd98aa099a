import { z } from "zod";
import type { Sql } from "@/lib/db";
import { readActivities } from "@/lib/program/read-activities";
import { type CalendarEntry, type CalendarHead, calendarText } from "./calendar-text";
import { readStarred } from "./read-starred";
import type { Visitor } from "./visitor";
import { withParticipant } from "./with-participant";

const Input = z.object({ of: z.enum(["all", "mine", "event"]).nullish() });

/** An iCalendar stream (RFC 5545), and a name that any file system takes. */
export type CalendarFile = { fileName: string; text: string };

/**
 * The program as a calendar: `of` is "all" of it, or "mine", what is on one's own agenda; without it,
 * all. "event" is the event itself, from its first moment to its last. Throws AppError `unauthenticated`, or ZodError for any other `of`.
 */
export async function writeCalendar(visitor: Visitor, raw: { of: unknown }): Promise<CalendarFile> {
  const { eventId } = visitor;
  return withParticipant(visitor, async (sql, { userId }) => {
    const { of } = Input.parse(raw);
    const { head, event } = await readEvent(sql, eventId);
    if (of === "event") {
      return { fileName: `foyer-${eventId}.ics`, text: calendarText(head, event ? [event] : []) };
    }
    const all = await readActivities(sql, eventId);
    const starred = of === "mine" ? new Set(await readStarred(sql, eventId, userId)) : null;
    const chosen = all.filter(({ activity }) => starred?.has(activity.activityId) ?? true);
    return {
      fileName: `foyer-${eventId}-${of === "mine" ? "agenda" : "program"}.ics`,
      text: calendarText(head, chosen),
    };
  });
}

type EventRow = {
  title: string;
  description: string | null;
  timezone: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  version_at: Date;
};

async function readEvent(
  sql: Sql,
  eventId: string,
): Promise<{ head: CalendarHead; event: CalendarEntry | null }> {
  const found = await sql.query<EventRow>(
    `SELECT title, description, timezone, starts_at, ends_at, version_at FROM events
     WHERE event_id = $1`,
    [eventId],
  );
  const row = found.rows[0];
  const head = { eventId, title: row?.title ?? "Program", timezone: row?.timezone ?? null };
  if (!row) return { head, event: null };
  const activity = {
    activityId: "event",
    title: row.title,
    description: row.description,
    startsAt: row.starts_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    status: null,
    thread: null,
    place: null,
  };
  return { head, event: { activity, versionAt: row.version_at } };
}
