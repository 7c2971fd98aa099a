import type { OverlapView, PlacedActivityView } from "./program-view";

type Span = { activityId: string; start: number; end: number };

/**
 * Every two activities that need one place at one time, in order of time. A place is one location as
 * Revento names it: one that lies inside another is not the other, because who names only a building
 * means somewhere in it. Activities that only touch do not overlap; one without an end takes no time,
 * but is in the way of what is going on when it begins; cancelled ones do not take place.
 */
export function findOverlaps(activities: readonly PlacedActivityView[]): OverlapView[] {
  const taking = activities.filter((each) => each.startsAt && each.status !== "cancelled");
  const byPlace = Map.groupBy(taking, (each) => each.locationId);
  byPlace.delete(null);
  return [...byPlace.values()]
    .flatMap((inPlace) => overlapsAmong(inPlace.map(spanOf)))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

function overlapsAmong(spans: Span[]): OverlapView[] {
  const ordered = spans.sort((a, b) => a.start - b.start);
  const found: OverlapView[] = [];
  ordered.forEach((one, index) => {
    for (const other of ordered.slice(index + 1)) {
      if (other.start > one.start && other.start >= one.end) break;
      found.push({
        activityIds: [one.activityId, other.activityId],
        startsAt: new Date(other.start).toISOString(),
        endsAt: new Date(Math.min(one.end, other.end)).toISOString(),
      });
    }
  });
  return found;
}

/** What ends before it begins, by mistake, takes no time. */
function spanOf({ activityId, startsAt, endsAt }: PlacedActivityView): Span {
  const start = Date.parse(startsAt ?? "");
  return { activityId, start, end: Math.max(start, endsAt ? Date.parse(endsAt) : start) };
}
