import type { OverlapView, PlacedActivityView, ProgramView } from "@/lib/program/program-view";

/** Another activity in one's place, and when both need it. */
export type OverlapWith = { other: PlacedActivityView; overlap: OverlapView };

/** The overlaps of each activity that has any, by its id. */
export function overlapsOf({ activities, overlaps }: ProgramView): Map<string, OverlapWith[]> {
  const byId = new Map(activities.map((each) => [each.activityId, each]));
  const found = new Map<string, OverlapWith[]>();
  for (const overlap of overlaps) {
    const [one, other] = overlap.activityIds;
    for (const [id, otherId] of [
      [one, other],
      [other, one],
    ] as const) {
      const activity = byId.get(otherId);
      if (activity) found.set(id, [...(found.get(id) ?? []), { other: activity, overlap }]);
    }
  }
  return found;
}
