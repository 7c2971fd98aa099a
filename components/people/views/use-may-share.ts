import { useQuery } from "@tanstack/react-query";
import { eventQueries } from "@/components/queries/event-queries";

/** Whether this member makes and changes the team's views. */
export function useMayShare(eventId: string): boolean {
  const { data } = useQuery({
    ...eventQueries.overview(eventId),
    select: ({ role }) => role === "owner" || role === "manager",
  });
  return data ?? false;
}
