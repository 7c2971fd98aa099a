/** One activity with the names of its thread and place. Times are ISO 8601 in UTC. */
export type ActivityView = {
  activityId: string;
  title: string;
  description: string | null;
  startsAt: string | null;
  endsAt: string | null;
  status: string | null;
  thread: string | null;
  /** From the building down: "Harbour hall / Ground floor / Room 2" */
  place: string | null;
  capacity: number | null;
  signedUpCount: number | null;
  waitlistCount: number | null;
  capacityState: string | null;
};

export type ProgramView = {
  timezone: string | null;
  days: { date: string; title: string | null }[];
  activities: ActivityView[];
};
