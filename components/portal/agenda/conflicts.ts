import { type ActivitySpan, spanOf, takesPlace } from "@/lib/program/activity-span-view";
import type { ActivityView } from "@/lib/program/program-view";

const FIRST = 10;

/** The activities at the same time as another one: the first ten, and how many there are. */
export type Conflicts = { count: number; first: ActivityView[] };

/**
 * The activities that overlap, by activity: whoever wants both has to choose. One that begins when another
 * ends is no conflict; one without an end takes no time; a cancelled one does not take place. Compares the
 * stars of one person with each other.
 */
export function findConflicts(activities: readonly ActivityView[]): Map<string, Conflicts> {
  const spans = activities.filter(takesPlace).flatMap((activity) => {
    const span = spanOf(activity);
    return span ? [{ activity, ...span }] : [];
  });
  const conflicts = new Map<string, Conflicts>();
  for (const one of spans) {
    const found: Conflicts = { count: 0, first: [] };
    for (const other of spans) {
      if (other === one || !overlap(one, other)) continue;
      found.count += 1;
      if (found.first.length < FIRST) found.first.push(other.activity);
    }
    if (found.count > 0) conflicts.set(one.activity.activityId, found);
  }
  return conflicts;
}

function overlap(a: ActivitySpan, b: ActivitySpan): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
