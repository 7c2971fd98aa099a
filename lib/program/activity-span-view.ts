import type { ActivityView } from "./program-view";

type Timed = Pick<ActivityView, "startsAt" | "endsAt">;

/** From when until when an activity goes on, in epoch ms. */
export type ActivitySpan = { start: number; end: number };

/** Null without a start. Without an end, or with one before its start, an activity takes no time. */
export function spanOf({ startsAt, endsAt }: Timed): ActivitySpan | null {
  if (startsAt === null) return null;
  const start = Date.parse(startsAt);
  return { start, end: endsAt === null ? start : Math.max(start, Date.parse(endsAt)) };
}

/** An impossible time, as it came from Revento. */
export function endsBeforeStart({ startsAt, endsAt }: Timed): boolean {
  return startsAt !== null && endsAt !== null && Date.parse(endsAt) < Date.parse(startsAt);
}

/** Whether an activity is in the way of others: it has a start, and is not cancelled. */
export function takesPlace({ startsAt, status }: Pick<ActivityView, "startsAt" | "status">) {
  return startsAt !== null && status !== "cancelled";
}
