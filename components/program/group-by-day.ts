import { formatInZone } from "@/components/time/format-in-zone";
import { isDrawn } from "@/lib/drawn-time-view";
import type { ActivityView, PublicProgramView } from "@/lib/program/program-view";
import { daysOf } from "./activity-days";

export type ProgramDay<Activity extends ActivityView = ActivityView> = {
  /** YYYY-MM-DD; "" is for what has neither a time nor a day. */
  key: string;
  name: string;
  title: string | null;
  activities: Activity[];
};

/** Where only a part of the program is grouped, a day may be empty because of that. */
export function onlyWithActivities<Group extends { activities: readonly unknown[] }>(
  groups: readonly Group[],
): Group[] {
  return groups.filter(({ activities }) => activities.length > 0);
}

/**
 * The activities under every day they go on, on the clock of the event's place or of another zone; those
 * without a time under the day that Revento names, or last. A day with a title is there though nothing is on.
 * Days have their titles at the event's place only.
 */
export function groupByDay<Activity extends ActivityView>(
  program: Omit<PublicProgramView, "activities" | "left"> & { activities: Activity[] },
  zone = program.timezone,
): ProgramDay<Activity>[] {
  const groups = new Map<string, ProgramDay<Activity> & { at: number }>();
  const groupOf = (key: string, at: number): ProgramDay<Activity> => {
    const known = groups.get(key);
    if (known) return known;
    const made = { key, at, name: nameOf(at, zone), title: null, activities: [] };
    groups.set(key, made);
    return made;
  };
  for (const activity of program.activities) {
    for (const key of daysOf(activity, zone)) {
      groupOf(key, noonOf(key, activity)).activities.push(activity);
    }
  }
  if (zone === program.timezone) {
    for (const { date, title } of program.days) {
      if (title !== null) groupOf(date, noonOf(date)).title ??= title;
    }
  }
  return [...groups.values()].sort((a, b) => a.at - b.at).map(({ at: _, ...day }) => day);
}

/** Where a day stands among the others, in epoch ms: at its noon in UTC, or at what only Revento calls a time. */
function noonOf(key: string, activity?: ActivityView): number {
  if (key === "") return Number.POSITIVE_INFINITY;
  const start = activity?.startsAt ? Date.parse(activity.startsAt) : null;
  return start !== null && !isDrawn(start) ? start : Date.parse(`${key}T12:00:00Z`);
}

function nameOf(at: number, zone: string | null): string {
  if (!Number.isFinite(at)) return "Without a time";
  const iso = new Date(at).toISOString();
  return isDrawn(at) ? formatInZone(iso, "weekday", null) : formatInZone(iso, "day", zone);
}
