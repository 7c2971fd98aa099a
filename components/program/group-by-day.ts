import { dayInZone, formatInZone } from "@/components/time/format-in-zone";
import type { ActivityView, PublicProgramView } from "@/lib/program/program-view";

export type ProgramDay = {
  key: string;
  name: string;
  title: string | null;
  activities: ActivityView[];
};

/**
 * The activities under the day they begin on, on the clock of the event's place or of another zone; those
 * without a time last. Days have their titles at the event's place only.
 */
export function groupByDay(program: PublicProgramView, zone = program.timezone): ProgramDay[] {
  const days = zone === program.timezone ? program.days : [];
  const titles = new Map(days.map((day) => [day.date, day.title]));
  const groups = new Map<string, ProgramDay>();
  for (const activity of program.activities) {
    const key = activity.startsAt ? dayInZone(activity.startsAt, zone) : "";
    const name = activity.startsAt
      ? formatInZone(activity.startsAt, "weekday", zone)
      : "Without a time";
    const day = groups.get(key) ?? { key, name, title: titles.get(key) ?? null, activities: [] };
    day.activities.push(activity);
    groups.set(key, day);
  }
  return [...groups.values()];
}
