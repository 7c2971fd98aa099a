import {
  escape as escapeText,
  foldLines,
  ICalCalendar,
  type ICalEventData,
  ICalEventStatus,
} from "ical-generator";
import { spanOf } from "@/lib/program/activity-span-view";
import type { PlacedActivityView } from "@/lib/program/program-view";

const SEQUENCES_FROM = Date.UTC(2020, 0, 1);

/** What a calendar is called and belongs to. `timezone` is the event's IANA name, where known. */
export type CalendarHead = { eventId: string; title: string; timezone: string | null };

type Shown =
  | "activityId"
  | "title"
  | "description"
  | "startsAt"
  | "endsAt"
  | "status"
  | "thread"
  | "place";

/** What of an activity a calendar shows, and the moment on Revento's clock that it is of. */
export type CalendarEntry = { activity: Pick<PlacedActivityView, Shown>; versionAt: Date };

/**
 * Activities as an iCalendar stream (RFC 5545): times in UTC, one VEVENT each, none for an activity
 * without a start. DTSTAMP is the moment the mirror shows, so the same data gives the same bytes.
 */
export function calendarText(head: CalendarHead, activities: readonly CalendarEntry[]): string {
  // The head is written here: the generator neither escapes it nor ends the stream with a line break,
  // and told of a time zone it would write the server's local times into the events.
  const calendar = new ICalCalendar();
  const events = activities.flatMap((known) => {
    const data = eventData(head.eventId, known);
    return data ? [calendar.createEvent(data).toString()] : [];
  });
  const lines = [...headLines(head), ...events.map((event) => event.trimEnd()), "END:VCALENDAR"];
  return foldLines(`${lines.join("\r\n")}\r\n`);
}

function headLines({ title, timezone }: CalendarHead): string[] {
  const name = escapeText(printable(title), false);
  const zone = timezone && escapeText(printable(timezone), false);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Foyer//Portal//EN",
    "CALSCALE:GREGORIAN",
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    ...(zone ? [`TIMEZONE-ID:${zone}`, `X-WR-TIMEZONE:${zone}`] : []),
  ];
}

function eventData(eventId: string, known: CalendarEntry): ICalEventData | undefined {
  const { activityId, title, description, startsAt, endsAt, status, thread, place } =
    known.activity;
  const span = spanOf(known.activity);
  if (!span || !startsAt) return undefined;
  return {
    // Stable, and free of whatever a line must not hold: the generator writes it as it is.
    id: `${encodeURIComponent(activityId)}@${eventId}.foyer`,
    stamp: known.versionAt,
    lastModified: known.versionAt,
    sequence: sequenceOf(known.versionAt),
    start: startsAt,
    // One that does not come after the start would be swapped with it.
    end: span.end > span.start ? endsAt : null,
    summary: printable(title),
    description: description ? printable(description) : null,
    location: place ? printable(place) : null,
    categories: thread ? [{ name: printable(thread) }] : [],
    status: status === "cancelled" ? ICalEventStatus.CANCELLED : null,
  };
}

/**
 * A calendar takes what it has for newer unless this has grown (RFC 5545 3.8.7.4). Revento counts no revisions: the
 * seconds of its last change stand for them, counted from 2020 so that they fit the property's 31 bits until 2088.
 */
function sequenceOf(versionAt: Date): number {
  const seconds = Math.floor((versionAt.getTime() - SEQUENCES_FROM) / 1_000);
  return Math.min(Math.max(0, seconds), 2_147_483_647);
}

/** Without the control characters that no text of RFC 5545 (3.3.11) may hold. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it takes out
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, "");
}
