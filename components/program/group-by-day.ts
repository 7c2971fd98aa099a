import { dayInZone, formatInZone } from "@/components/time/format-in-zone";
import type { ActivityView, ProgramView } from "@/lib/program/program-view";

export type ProgramDay = {
  key: string;
  name: string;
  title: string | null;
  activities: ActivityView[];
};

/** The activities under the day they begin on, on the clock of the event's place; those without a time last. */
export function groupByDay({ activities, days, timezone }: ProgramView): ProgramDay[] {
  const titles = new Map(days.map((day) => [day.date, day.title]));
  const groups = new Map<string, ProgramDay>();
  for (const activity of activities) {
    const key = activity.startsAt ? dayInZone(activity.startsAt, timezone) : "";
    const name = activity.startsAt
      ? formatInZone(activity.startsAt, "weekday", timezone)
      : "Without a time";
    const day = groups.get(key) ?? { key, name, title: titles.get(key) ?? null, activities: [] };
    day.activities.push(activity);
    groups.set(key, day);
  }
  return [...groups.values()];
}
