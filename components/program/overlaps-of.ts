import type { PlacedActivityView, ProgramView } from "@/lib/program/program-view";

/** What else needs an activity's place: how many, and the first of them with the time that both need it. */
export type Overlaps = {
  count: number;
  first: { other: PlacedActivityView; startsAt: string; endsAt: string }[];
};

/** The overlaps of each activity that has any, by its id. */
export function overlapsOf({ activities, overlaps }: ProgramView): Map<string, Overlaps> {
  const byId = new Map(activities.map((each) => [each.activityId, each]));
  return new Map(
    overlaps.map(({ activityId, count, first }) => [
      activityId,
      {
        count,
        first: first.flatMap(({ activityId: otherId, ...time }) => {
          const other = byId.get(otherId);
          return other ? [{ other, ...time }] : [];
        }),
      },
    ]),
  );
}
