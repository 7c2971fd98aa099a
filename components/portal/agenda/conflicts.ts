import type { ActivityView } from "@/lib/program/program-view";

/**
 * The activities that overlap, by activity: whoever wants both has to choose. One that begins when another
 * ends is no conflict; one without an end takes no time; a cancelled one does not take place.
 */
export function findConflicts(activities: readonly ActivityView[]): Map<string, ActivityView[]> {
  const dated = activities.filter((each) => each.startsAt && each.status !== "cancelled");
  const conflicts = new Map<string, ActivityView[]>();
  for (const one of dated) {
    const others = dated.filter((other) => other !== one && overlap(one, other));
    if (others.length > 0) conflicts.set(one.activityId, others);
  }
  return conflicts;
}

function overlap(one: ActivityView, other: ActivityView): boolean {
  const [a, b] = [spanOf(one), spanOf(other)];
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function spanOf({ startsAt, endsAt }: ActivityView): { start: number; end: number } {
  const start = Date.parse(startsAt ?? "");
  return { start, end: endsAt ? Date.parse(endsAt) : start };
}
