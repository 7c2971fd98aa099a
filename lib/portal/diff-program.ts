import { isDeepStrictEqual } from "node:util";
import type { ActivityView, PublicProgramView } from "@/lib/program/program-view";
import type { ProgramPatchView } from "./portal-program-view";

/** What makes `after` out of `before`; null: they are the same. */
export function diffProgram(
  before: PublicProgramView,
  after: PublicProgramView,
): ProgramPatchView | null {
  const known = new Map(before.activities.map((each) => [each.activityId, each]));
  const patch: ProgramPatchView = { changed: [], added: [] };
  for (const activity of after.activities) {
    const former = known.get(activity.activityId);
    if (!former) patch.added.push(activity);
    else {
      const fields = diffActivity(former, activity);
      if (fields) patch.changed.push({ activityId: activity.activityId, ...fields });
    }
  }
  const order = after.activities.map(({ activityId }) => activityId);
  const isSameOrder = isDeepStrictEqual(order, [...known.keys()]);
  if (!isSameOrder) patch.order = order;
  if (before.timezone !== after.timezone) patch.timezone = after.timezone;
  if (before.left !== after.left) patch.left = after.left;
  if (!isDeepStrictEqual(before.days, after.days)) patch.days = after.days;
  const { changed, added, ...rest } = patch;
  return changed.length + added.length + Object.keys(rest).length > 0 ? patch : null;
}

function diffActivity(before: ActivityView, after: ActivityView): Partial<ActivityView> | null {
  // A patch names what is no longer said, too.
  const unsaid = Object.keys(before).map((field) => [field, null]);
  const entries = Object.entries({ ...Object.fromEntries(unsaid), ...after }).filter(
    ([field, value]) => before[field as keyof ActivityView] !== value,
  );
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}
