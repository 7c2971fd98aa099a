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

/** Lays out the activities of one column so that what overlaps stands side by side. */
export function layInLanes(activities: readonly PlacedActivityView[]): Laid[] {
  const spans = activities
    .filter((activity) => activity.startsAt !== null)
    .map(spanOf)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const laid: Laid[] = [];
  let cluster: Laid[] = [];
  let clusterEnd = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    if (span.start >= clusterEnd) cluster = [];
    const lane = freeLane(cluster, span.start);
    const one = { ...span, lane, lanes: 1 };
    cluster.push(one);
    laid.push(one);
    const lanes = Math.max(...cluster.map((each) => each.lane + 1));
    for (const each of cluster) each.lanes = lanes;
    clusterEnd = Math.max(...cluster.map((each) => each.end));
  }
  return laid;
}

function freeLane(cluster: readonly Laid[], start: number): number {
  const taken = new Set(cluster.filter((each) => each.end > start).map((each) => each.lane));
  let lane = 0;
  while (taken.has(lane)) lane += 1;
  return lane;
}

function spanOf(activity: PlacedActivityView) {
  const start = Date.parse(activity.startsAt ?? "");
  const end = activity.endsAt ? Date.parse(activity.endsAt) : start;
  return { activity, start, end: end > start ? end : start + UNSAID_MS };
}
