import { z } from "zod";
import type { Sql } from "@/lib/db";
import { readActivities } from "@/lib/program/read-activities";
import { type CalendarHead, calendarText } from "./calendar-text";
import { readStarred } from "./read-starred";
import type { Visitor } from "./visitor";
import { withParticipant } from "./with-participant";

const Input = z.object({ of: z.enum(["all", "mine"]).nullish() });

/** An iCalendar stream (RFC 5545), and a name that any file system takes. */
export type CalendarFile = { fileName: string; text: string };

/**
 * The program as a calendar: `of` is "all" of it, or "mine", what is on one's own agenda; without it,
 * all. Throws AppError `unauthenticated`, or ZodError for any other `of`.
 */
export async function writeCalendar(visitor: Visitor, raw: { of: unknown }): Promise<CalendarFile> {
  const { eventId } = visitor;
  return withParticipant(visitor, async (sql, { userId }) => {
    const { of } = Input.parse(raw);
    const all = await readActivities(sql, eventId);
    const starred = of === "mine" ? new Set(await readStarred(sql, eventId, userId)) : null;
    const chosen = all.filter(({ activity }) => starred?.has(activity.activityId) ?? true);
    return {
      fileName: `foyer-${eventId}-${of === "mine" ? "agenda" : "program"}.ics`,
      text: calendarText(await readHead(sql, eventId), chosen),
    };
  });
}

async function readHead(sql: Sql, eventId: string): Promise<CalendarHead> {
  const found = await sql.query<{ title: string; timezone: string | null }>(
    "SELECT title, timezone FROM events WHERE event_id = $1",
    [eventId],
  );
  const event = found.rows[0];
  return { eventId, title: event?.title ?? "Program", timezone: event?.timezone ?? null };
}
