import type { Role } from "@/lib/members/role-view";

/** An event that this browser may see. `title` is null until the first sync has read it. */
export type EventCardView = {
  eventId: string;
  title: string | null;
  startsAt: string | null;
  endsAt: string | null;
  timezone: string | null;
  publishStatus: string | null;
  connectionState: string;
  role: Role;
  counts: Record<string, number>;
  /** It is being read for the first time: the counts are of what has arrived. */
  isPart: boolean;
};
