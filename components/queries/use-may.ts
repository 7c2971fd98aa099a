import { useQuery } from "@tanstack/react-query";
import { may, type Permission } from "@/lib/members/permissions-view";
import { eventQueries } from "./event-queries";

/** Whether this browser's member may do something in the event; undefined while nobody knows. */
export function useMay(eventId: string, permission: Permission): boolean | undefined {
  const { data } = useQuery({
    ...eventQueries.overview(eventId),
    select: ({ role }) => may(role, permission),
  });
  return data;
}
