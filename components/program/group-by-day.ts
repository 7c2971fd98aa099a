import { dayInZone, formatInZone } from "@/components/time/format-in-zone";
import { isDrawn } from "@/lib/drawn-time-view";
import type { ActivityView, PublicProgramView } from "@/lib/program/program-view";

export type ProgramDay<Activity extends ActivityView = ActivityView> = {
  key: string;
  name: string;
  title: string | null;
  activities: Activity[];
};

/**
 * The activities under the day they begin on, on the clock of the event's place or of another zone; those
 * without a time last. Days have their titles at the event's place only.
 */
export function groupByDay<Activity extends ActivityView>(
  program: Omit<PublicProgramView, "activities" | "left"> & { activities: Activity[] },
  zone = program.timezone,
): ProgramDay<Activity>[] {
  const days = zone === program.timezone ? program.days : [];
  const titles = new Map(days.map((day) => [day.date, day.title]));
  const groups = new Map<string, ProgramDay<Activity>>();
  for (const activity of program.activities) {
    const key = activity.startsAt ? dayInZone(activity.startsAt, zone) : "";
    const day = groups.get(key) ?? {
      key,
      name: nameOf(activity, zone),
      title: titles.get(key) ?? null,
      activities: [],
    };
    day.activities.push(activity);
    groups.set(key, day);
  }
  return [...groups.values()];
}

function nameOf({ startsAt }: ActivityView, zone: string | null): string {
  if (!startsAt) return "Without a time";
  return formatInZone(startsAt, isDrawn(Date.parse(startsAt)) ? "weekday" : "day", zone);
}
