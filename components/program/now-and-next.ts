import type { ActivityView } from "@/lib/program/program-view";

export type NowAndNext<Activity extends ActivityView = ActivityView> = {
  now: Activity[];
  /** What begins next, all of it that begins at the same moment. */
  next: Activity[];
  /** Everything with a time has ended. */
  isOver: boolean;
};

/** What is going on at a moment (epoch ms) and what comes after. Cancelled activities do not take place. */
export function nowAndNext<Activity extends ActivityView>(
  activities: readonly Activity[],
  at: number,
): NowAndNext<Activity> {
  const taking = activities.filter((each) => each.startsAt && each.status !== "cancelled");
  const now = taking.filter((each) => startOf(each) <= at && at < endOf(each));
  const coming = taking.filter((each) => startOf(each) > at);
  const soonest = coming.map(startOf).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const next = coming.filter((each) => startOf(each) === soonest);
  const isOver = taking.length > 0 && now.length === 0 && next.length === 0;
  return { now, next, isOver };
}

function startOf({ startsAt }: ActivityView): number {
  return Date.parse(startsAt ?? "");
}

/** Without an end, an activity is over as soon as it has begun: nobody said how long it takes. */
function endOf({ startsAt, endsAt }: ActivityView): number {
  return Date.parse(endsAt ?? startsAt ?? "");
}
