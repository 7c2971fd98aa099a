import { dayAt, formatInZone } from "@/components/time/format-in-zone";
import { isDrawn } from "@/lib/drawn-time-view";
import { spanOf } from "@/lib/program/activity-span-view";
import type { ActivityView } from "@/lib/program/program-view";

type Timed = Pick<ActivityView, "startsAt" | "endsAt">;

/** What goes on for longer is not repeated under further days. */
const MOST_DAYS = 31;
const DAY_MS = 86_400_000;

/** The first and the last day (YYYY-MM-DD) in a zone on which an activity goes on; null without a start. */
export function daySpan(activity: Timed, zone: string | null): [string, string] | null {
  const span = spanOf(activity);
  if (!span) return null;
  const first = dayAt(span.start, zone);
  if (span.end === span.start) return [first, first];
  // What ends at midnight does not go on the next day.
  return [first, dayAt(span.end - 1, zone)];
}

/** Every day (YYYY-MM-DD) an activity goes on in a zone; "" where Revento names neither a time nor a day. */
export function daysOf(
  activity: Timed & Pick<ActivityView, "day">,
  zone: string | null,
): readonly string[] {
  const span = daySpan(activity, zone);
  if (!span) return [activity.day ?? ""];
  const [first, last] = span;
  if (first === last || !isDrawn(Date.parse(activity.startsAt ?? ""))) return [first];
  const days: string[] = [];
  for (let at = Date.parse(first); days.length < MOST_DAYS; at += DAY_MS) {
    const day = new Date(at).toISOString().slice(0, 10);
    days.push(day);
    if (day === last) break;
  }
  return days;
}

/** Whether an activity began before this day (YYYY-MM-DD) in a zone. */
export function isContinuedOn(day: string, activity: Timed, zone: string | null): boolean {
  const span = daySpan(activity, zone);
  return span !== null && span[0] !== day;
}

/** Whether an activity has its place among the hours of a day (YYYY-MM-DD): it begins there, at a time. */
export function hasHoursOn(day: string, activity: Timed, zone: string | null): boolean {
  const { startsAt } = activity;
  if (startsAt === null || !isDrawn(Date.parse(startsAt))) return false;
  return !isContinuedOn(day, activity, zone) && !isAllDay(activity, zone);
}

/** Whether an activity has days without hours: from midnight to midnight, or to the minute before. */
export function isAllDay(activity: Timed, zone: string | null): boolean {
  const { startsAt, endsAt } = activity;
  const span = spanOf(activity);
  if (!span || span.end === span.start || startsAt === null || endsAt === null) return false;
  const ends = formatInZone(endsAt, "time", zone);
  return formatInZone(startsAt, "time", zone) === "00:00" && (ends === "00:00" || ends === "23:59");
}
