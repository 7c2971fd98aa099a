import type { TimeUnit } from "./insights-view";

/** More bars than this tell nothing more, and fit on no phone. */
const MOST_STEPS = 120;
/** Fewer days than this would be a few broad bars. */
const FEWEST_DAYS = 14;
const DAY_MS = 86_400_000;

/** Days of the calendar, YYYY-MM-DD, both included. */
export type TimeStep = { from: string; to: string };

/**
 * Divides the days from `first` to `last` into steps of the shortest unit that makes 120 of them at the
 * most; of more than 120 years the last are shown. Weeks begin on Monday; a fortnight is shown at the least.
 */
export function timeSteps(first: string, last: string): { unit: TimeUnit; steps: TimeStep[] } {
  const end = Date.parse(last);
  const begin = Math.min(Date.parse(first), end - (FEWEST_DAYS - 1) * DAY_MS);
  for (const unit of ["day", "week", "month"] as const) {
    const steps = stepsOf(unit, begin, end, MOST_STEPS);
    if (steps.length <= MOST_STEPS) return { unit, steps };
  }
  const earliest = new Date(end);
  earliest.setUTCFullYear(earliest.getUTCFullYear() - MOST_STEPS + 1);
  const from = Math.max(begin, earliest.getTime());
  return { unit: "year", steps: stepsOf("year", from, end, MOST_STEPS) };
}

/** The steps, and one more than `most` where there would be more. */
function stepsOf(unit: TimeUnit, begin: number, end: number, most: number): TimeStep[] {
  const steps: TimeStep[] = [];
  let from = beginningOf(unit, begin);
  while (from <= end && steps.length <= most) {
    const next = following(unit, from);
    steps.push({ from: dayOf(from), to: dayOf(next - DAY_MS) });
    from = next;
  }
  return steps;
}

function beginningOf(unit: TimeUnit, day: number): number {
  const date = new Date(day);
  if (unit === "week") return day - ((date.getUTCDay() + 6) % 7) * DAY_MS;
  if (unit === "month") date.setUTCDate(1);
  if (unit === "year") date.setUTCMonth(0, 1);
  return date.getTime();
}

function following(unit: TimeUnit, from: number): number {
  if (unit === "day" || unit === "week") return from + (unit === "day" ? 1 : 7) * DAY_MS;
  const date = new Date(from);
  if (unit === "month") date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.getTime();
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
