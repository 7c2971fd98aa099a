import { formatInZone } from "@/components/time/format-in-zone";
import type { TimeStepView, TimeUnit } from "@/lib/insights/insights-view";

const LABELS = {
  day: "short day",
  week: "short day",
  month: "short month",
  year: "year",
} as const satisfies Record<TimeUnit, string>;

// Days of the calendar have no zone: they are read and written in the same one.
const show = (day: string, shape: Parameters<typeof formatInZone>[1]) =>
  formatInZone(`${day.slice(0, 10)}T00:00:00Z`, shape, null);

/** What stands under a step's column. */
export function stepLabel(unit: TimeUnit, { from }: Pick<TimeStepView, "from">): string {
  return show(from, LABELS[unit]);
}

/** A step in full. */
export function stepName(unit: TimeUnit, { from, to }: Pick<TimeStepView, "from" | "to">): string {
  if (unit === "day") return show(from, "weekday in full");
  if (unit === "week") return `${show(from, "short day")} to ${show(to, "short dated day")}`;
  return show(from, unit);
}
