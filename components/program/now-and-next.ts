import { spanOf, takesPlace } from "@/lib/program/activity-span-view";
import type { ActivityView } from "@/lib/program/program-view";

export type NowAndNext<Activity extends ActivityView = ActivityView> = {
  now: Activity[];
  /** What begins next, all of it that begins at the same moment. */
  next: Activity[];
  /** Everything with a time has ended. */
  isOver: boolean;
};

/**
 * What is going on at a moment (epoch ms) and what comes after. Cancelled activities do not take place; one
 * that takes no time is over as soon as it has begun.
 */
export function nowAndNext<Activity extends ActivityView>(
  activities: readonly Activity[],
  at: number,
): NowAndNext<Activity> {
  const taking = activities.filter(takesPlace).flatMap((activity) => {
    const span = spanOf(activity);
    return span ? [{ activity, ...span }] : [];
  });
  const activitiesOf = (some: typeof taking) => some.map(({ activity }) => activity);
  const now = activitiesOf(taking.filter(({ start, end }) => start <= at && at < end));
  const coming = taking.filter(({ start }) => start > at);
  const soonest = coming.reduce((least, { start }) => Math.min(least, start), Infinity);
  const next = activitiesOf(coming.filter(({ start }) => start === soonest));
  const isOver = taking.length > 0 && now.length === 0 && next.length === 0;
  return { now, next, isOver };
}

const DAY_MS = 86_400_000;

/** Whether what comes next is within a day of a moment (epoch ms): before that nobody waits for it. */
export function isSoon(startsAt: string | null, at: number): boolean {
  return startsAt !== null && Date.parse(startsAt) - at < DAY_MS;
}
