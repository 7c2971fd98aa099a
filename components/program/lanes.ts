import { isDrawn } from "@/lib/drawn-time-view";
import { spanOf } from "@/lib/program/activity-span-view";
import type { PlacedActivityView } from "@/lib/program/program-view";

/** Nobody said how long it takes: drawn as half an hour. */
const UNSAID_MS = 30 * 60_000;

/** An activity in a column: from and until in epoch ms, and its lane out of so many beside each other. */
export type Laid = {
  activity: PlacedActivityView;
  start: number;
  end: number;
  lane: number;
  lanes: number;
};

/**
 * Lays out the activities of one column so that what overlaps stands side by side. What goes on after
 * `until` (epoch ms) is drawn up to there; what begins at a time that no picture reaches is left out.
 */
export function layInLanes(
  activities: readonly PlacedActivityView[],
  until = Number.POSITIVE_INFINITY,
): Laid[] {
  const spans = activities
    .flatMap((activity) => drawnSpanOf(activity, until))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const laid: Laid[] = [];
  let cluster: Laid[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;
  // When each lane of the cluster becomes free.
  let free: number[] = [];
  const close = () => {
    for (const each of cluster) each.lanes = free.length;
  };
  for (const span of spans) {
    if (span.start >= clusterEnd) {
      close();
      [cluster, free] = [[], []];
    }
    const vacant = free.findIndex((end) => end <= span.start);
    const lane = vacant === -1 ? free.length : vacant;
    free[lane] = span.end;
    const one = { ...span, lane, lanes: 1 };
    cluster.push(one);
    laid.push(one);
    clusterEnd = Math.max(clusterEnd, span.end);
  }
  close();
  return laid;
}

function drawnSpanOf(activity: PlacedActivityView, until: number) {
  const span = spanOf(activity);
  if (!span || !isDrawn(span.start)) return [];
  const { start, end } = span;
  return [{ activity, start, end: Math.min(until, end > start ? end : start + UNSAID_MS) }];
}
