import type { AgendaView } from "@/lib/portal/agenda-view";

/** The agenda with an activity on it, or without. */
export function withStar(
  { starred }: AgendaView,
  activityId: string,
  isStarred: boolean,
): AgendaView {
  const others = starred.filter((id) => id !== activityId);
  return { starred: isStarred ? [...others, activityId] : others };
}
