import { formatOffset, zoneClock } from "@/lib/zone-clock-view";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const WEEKDAYS = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;

/** What a clock on the wall shows. */
type Wall = {
  year: number;
  month: string;
  shortMonth: string;
  day: number;
  weekday: string;
  shortWeekday: string;
  time: string;
  offset: number;
};

// Written out: what `Intl` makes of a pattern differs between a server and a browser, and React draws a page anew that
// is not as the server drew it.
const SHAPES = {
  moment: (at: Wall) => `${at.day} ${at.shortMonth} ${at.year}, ${at.time} ${offsetName(at)}`,
  short: (at: Wall) => `${at.day} ${at.shortMonth}, ${at.time}`,
  day: (at: Wall) => `${at.day} ${at.month} ${at.year}`,
  "short day": (at: Wall) => `${at.day} ${at.shortMonth}`,
  "short dated day": (at: Wall) => `${at.day} ${at.shortMonth} ${at.year}`,
  "weekday in full": (at: Wall) => `${at.shortWeekday}, ${at.day} ${at.month} ${at.year}`,
  month: (at: Wall) => `${at.month} ${at.year}`,
  "short month": (at: Wall) => `${at.shortMonth} ${at.year}`,
  year: (at: Wall) => `${at.year}`,
  time: (at: Wall) => at.time,
  weekday: (at: Wall) => `${at.weekday} ${at.day} ${at.month}`,
  "short weekday": (at: Wall) => `${at.shortWeekday} ${at.day} ${at.shortMonth}`,
  until: (at: Wall) => `${at.shortWeekday} ${at.day} ${at.shortMonth}, ${at.time}`,
  "far until": (at: Wall) => `${at.day} ${at.shortMonth} ${at.year}, ${at.time}`,
} as const;

type Shape = keyof typeof SHAPES;

export const SHAPE_NAMES = Object.keys(SHAPES) as Shape[];

/** A moment (ISO 8601) in the event's own time zone. A zone that this machine does not know falls back to UTC. */
export function formatInZone(iso: string, shape: Shape, zone: string | null): string {
  return SHAPES[shape](wallAt(Date.parse(iso), zone));
}

function wallAt(moment: number, zone: string | null): Wall {
  const offset = zoneClock(zone).offsetAt(moment);
  const wall = new Date(moment + offset);
  const month = MONTHS[wall.getUTCMonth()] ?? "";
  const weekday = WEEKDAYS[wall.getUTCDay()] ?? "";
  const shortMonth = month.slice(0, 3);
  return {
    year: wall.getUTCFullYear(),
    month,
    shortMonth,
    day: wall.getUTCDate(),
    weekday,
    shortWeekday: weekday.slice(0, 3),
    time: `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`,
    offset,
  };
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** "UTC", "UTC+1", "UTC+5:30". */
function offsetName({ offset }: Wall): string {
  if (offset === 0) return "UTC";
  const [hours = "", minutes = ""] = formatOffset(offset).split(":");
  return `UTC${hours.replace(/^(.)0/, "$1")}${minutes === "00" ? "" : `:${minutes}`}`;
}

const HALF_YEAR_MS = 183 * 86_400_000;

/** Whether a moment is so far from another (both ISO 8601) that a day without its year would mislead. */
export function needsYear(iso: string, from: string): boolean {
  return Math.abs(Date.parse(iso) - Date.parse(from)) > HALF_YEAR_MS;
}

/** From the first to the last day of an event: "12 – 14 May 2026". */
export function formatDays(from: string, to: string | null, zone: string | null): string {
  const first = formatInZone(from, "day", zone);
  const last = to ? formatInZone(to, "day", zone) : first;
  if (first === last) return first;
  const [firstDay = "", ...month] = first.split(" ");
  return last.endsWith(month.join(" ")) ? `${firstDay} – ${last}` : `${first} – ${last}`;
}

const MINUTE_MS = 60_000;
/** The longest day has 25 hours, where clocks go back. */
const NEXT_DAY_MS = 26 * 60 * MINUTE_MS;

/** The first minute of the next day in a zone, after a moment; both in epoch ms. */
export function endOfDayInZone(moment: number, zone: string | null): number {
  const dayOf = (ms: number) => dayAt(ms, zone);
  const day = dayOf(moment);
  let before = Math.floor(moment / MINUTE_MS);
  let after = Math.ceil((moment + NEXT_DAY_MS) / MINUTE_MS);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayOf(middle * MINUTE_MS) === day) before = middle;
    else after = middle;
  }
  return after * MINUTE_MS;
}

/** The last full hour on a zone's clock at a moment; both in epoch ms. */
export function startOfHourInZone(moment: number, zone: string | null): number {
  const offset = zoneClock(zone).offsetAt(moment);
  const hour = 60 * MINUTE_MS;
  return Math.floor((moment + offset) / hour) * hour - offset;
}

/** The day a moment falls on in a zone, as YYYY-MM-DD. */
export function dayInZone(iso: string, zone: string | null): string {
  return dayAt(Date.parse(iso), zone);
}

/** {@link dayInZone} of a moment in epoch ms. */
export function dayAt(moment: number, zone: string | null): string {
  const wall = new Date(moment + zoneClock(zone).offsetAt(moment));
  const year = String(wall.getUTCFullYear()).padStart(4, "0");
  return `${year}-${two(wall.getUTCMonth() + 1)}-${two(wall.getUTCDate())}`;
}
