import type { TimeStepView, TimeUnit } from "@/lib/insights/insights-view";

const SHAPES = {
  day: { day: "numeric", month: "short" },
  week: { day: "numeric", month: "short" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
} as const satisfies Record<TimeUnit, Intl.DateTimeFormatOptions>;

const LONG = { weekday: "short", day: "numeric", month: "long", year: "numeric" } as const;

// Days of the calendar have no zone: they are read and written in the same one.
function show(day: string, shape: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { ...shape, timeZone: "UTC" }).format(new Date(day));
}

/** What stands under a step's column. */
export function stepLabel(unit: TimeUnit, { from }: Pick<TimeStepView, "from">): string {
  return show(from, SHAPES[unit]);
}

/** A step in full. */
export function stepName(unit: TimeUnit, { from, to }: Pick<TimeStepView, "from" | "to">): string {
  if (unit === "day") return show(from, LONG);
  if (unit === "week")
    return `${show(from, SHAPES.day)} to ${show(to, { ...SHAPES.day, year: "numeric" })}`;
  return show(from, unit === "month" ? { month: "long", year: "numeric" } : SHAPES.year);
}
