import type { PlacedActivityView } from "@/lib/program/program-view";
import { layInLanes } from "./lanes";

const HOUR_MS = 3_600_000;
/** As high as an activity of three quarters of an hour needs to say what it is. */
const HOUR_REM = 7;

/** The hours that a day's timetable has, as ISO 8601, and how high one is. */
export type TimetableDay = { start: number; hours: string[]; hourRem: number };

/** From the full hour before the first activity to the one after the last. Null where none has a time. */
export function hoursBetween(activities: readonly PlacedActivityView[]): TimetableDay | null {
  const laid = layInLanes(activities);
  if (laid.length === 0) return null;
  const first = Math.min(...laid.map((each) => each.start));
  const last = Math.max(...laid.map((each) => each.end));
  const start = Math.floor(first / HOUR_MS) * HOUR_MS;
  const count = Math.ceil((last - start) / HOUR_MS);
  const hours = Array.from({ length: count }, (_, at) =>
    new Date(start + at * HOUR_MS).toISOString(),
  );
  return { start, hours, hourRem: HOUR_REM };
}

/** How far below the beginning of the timetable a moment (epoch ms) is, in rem. */
export function remFromStart({ start, hourRem }: TimetableDay, at: number): number {
  return ((at - start) / HOUR_MS) * hourRem;
}
