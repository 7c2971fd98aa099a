import type { PlacedActivityView } from "@/lib/program/program-view";

/** An activity of a program of which nothing more is said. Times are ISO 8601. */
export function anActivity(
  activityId: string,
  startsAt: string | null,
  endsAt: string | null,
  more: Partial<PlacedActivityView> = {},
): PlacedActivityView {
  return {
    activityId,
    title: activityId,
    description: null,
    startsAt,
    endsAt,
    status: null,
    threadId: null,
    thread: null,
    locationId: null,
    place: null,
    capacity: null,
    signedUpCount: null,
    waitlistCount: null,
    capacityState: null,
    ...more,
  };
}
