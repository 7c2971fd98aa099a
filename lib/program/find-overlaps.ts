import { type ActivitySpan, spanOf, takesPlace } from "./activity-span-view";
import type { OverlapView, PlacedActivityView } from "./program-view";

/** Where more than so many meet at one time is a hall or "Online", and nothing is in anybody's way. */
const MOST_AT_ONCE = 20;
const FIRST = 3;

type Span = ActivitySpan & { activityId: string };

/**
 * The activities that need one place at one time, in order of time, each with the first of those it shares
 * it with. A place is one location as Revento names it: one that lies inside another is not the other,
 * because who names only a building means somewhere in it. Activities that only touch do not overlap; one
 * without an end takes no time, but is in the way of what is going on when it begins; cancelled ones do
 * not take place. Takes as many steps as there are activities, times 20.
 */
export function findOverlaps(activities: readonly PlacedActivityView[]): OverlapView[] {
  const byPlace = Map.groupBy(activities.filter(takesPlace), (each) => each.locationId);
  byPlace.delete(null);
  return [...byPlace.values()]
    .flatMap((inPlace) => overlapsAmong(inPlace.flatMap(spansOf)))
    .sort((a, b) => a.start - b.start)
    .map(({ overlap }) => overlap);
}

function overlapsAmong(spans: Span[]): { start: number; overlap: OverlapView }[] {
  const found = new Map<Span, OverlapView>();
  let going: Span[] = [];
  for (const other of spans.sort((a, b) => a.start - b.start)) {
    going = going.filter((one) => one.start === other.start || other.start < one.end);
    if (going.length >= MOST_AT_ONCE) return [];
    for (const one of going) {
      add(found, one, other);
      add(found, other, one);
    }
    going.push(other);
  }
  return [...found].map(([{ start }, overlap]) => ({ start, overlap }));
}

function add(found: Map<Span, OverlapView>, one: Span, other: Span): void {
  const overlap = found.get(one) ?? { activityId: one.activityId, count: 0, first: [] };
  found.set(one, overlap);
  overlap.count += 1;
  if (overlap.first.length === FIRST) return;
  overlap.first.push({
    activityId: other.activityId,
    startsAt: new Date(Math.max(one.start, other.start)).toISOString(),
    endsAt: new Date(Math.min(one.end, other.end)).toISOString(),
  });
}

function spansOf(activity: PlacedActivityView): Span[] {
  const span = spanOf(activity);
  return span ? [{ activityId: activity.activityId, ...span }] : [];
}
