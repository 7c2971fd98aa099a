import { endOfDayInZone, startOfHourInZone } from "@/components/time/format-in-zone";
import type { PlacedActivityView } from "@/lib/program/program-view";
import { layInLanes } from "./lanes";

const HOUR_MS = 3_600_000;
/** As high as an activity of three quarters of an hour needs to say what it is. */
const HOUR_REM = 7;

/** The hours that a day's timetable has, as ISO 8601, how high one is, and when the day is over (epoch ms). */
export type TimetableDay = { start: number; hours: string[]; hourRem: number; until: number };

/**
 * From the full hour (on the clock of `zone`) before the first of a day's activities to the one after the last, or to the end of
 * that day in `zone`: what goes on longer is cut there. Null where none has a time that can be drawn.
 */
export function hoursBetween(
  activities: readonly PlacedActivityView[],
  zone: string | null,
): TimetableDay | null {
  const starts = layInLanes(activities).map((each) => each.start);
  const [first] = starts;
  const latest = starts.at(-1);
  if (first === undefined || latest === undefined) return null;
  const until = endOfDayInZone(latest, zone);
  const last = layInLanes(activities, until).reduce((end, each) => Math.max(end, each.end), first);
  const start = startOfHourInZone(first, zone);
  const count = Math.ceil((last - start) / HOUR_MS);
  const hours = Array.from({ length: count }, (_, at) =>
    new Date(start + at * HOUR_MS).toISOString(),
  );
  return { start, hours, hourRem: HOUR_REM, until };
}

/** How far below the beginning of the timetable a moment (epoch ms) is, in rem. */
export function remFromStart({ start, hourRem }: TimetableDay, at: number): number {
  return ((at - start) / HOUR_MS) * hourRem;
}
