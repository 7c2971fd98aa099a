import { useQuery } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";
import { may } from "@/lib/members/permissions-view";

/** Whether this member makes and changes the team's views. */
export function useMayShare(eventId: string): boolean {
  const { data } = useQuery({
    ...eventQueries.overview(eventId),
    select: ({ role }) => may(role, "views.share"),
  });
  return data ?? false;
}
