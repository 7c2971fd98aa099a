import type { PortalProgramView, ProgramPatchView } from "@/lib/portal/portal-program-view";
import type { ActivityView } from "@/lib/program/program-view";

/** The program as the patch makes it. */
export function patchProgram(
  program: PortalProgramView,
  { changed, added, order, ...rest }: ProgramPatchView,
): PortalProgramView {
  const fields = new Map(changed.map((each) => [each.activityId, each]));
  const known = program.activities.map((activity) => {
    const change = fields.get(activity.activityId);
    return change ? { ...activity, ...change } : activity;
  });
  return { ...program, ...rest, activities: order ? inOrder([...known, ...added], order) : known };
}

function inOrder(activities: readonly ActivityView[], order: readonly string[]): ActivityView[] {
  const byId = new Map(activities.map((each) => [each.activityId, each]));
  return order.flatMap((id) => byId.get(id) ?? []);
}
