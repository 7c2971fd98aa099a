import { dayInZone } from "@/components/time/format-in-zone";

const DAY_MS = 86_400_000;

/** From and to, both included, as YYYY-MM-DD. */
export type DayRange = readonly [from: string, to: string];

/** The ranges that are asked for most, by the calendar of the event's own zone. */
export function quickRanges(now: number, zone: string | null): { word: string; range: DayRange }[] {
  const today = dayInZone(new Date(now).toISOString(), zone);
  return [
    { word: "Today", range: [today, today] },
    { word: "Last 7 days", range: [daysBefore(today, 6), today] },
    { word: "This month", range: [`${today.slice(0, 8)}01`, lastOfMonth(today)] },
  ];
}

function daysBefore(day: string, days: number): string {
  return dayOf(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS);
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return dayOf(Date.UTC(year, month, 0));
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A day of the calendar in few letters: "3 Feb 2026", without its year "3 Feb". */
export function shortDay(day: string, hasYear = true): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const words = `${Number(date)} ${MONTHS[Number(month) - 1] ?? month}`;
  return hasYear ? `${words} ${year}` : words;
}
