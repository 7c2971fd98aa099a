/** One activity with the names of its thread and place. Times are ISO 8601 in UTC. */
export type ActivityView = {
  activityId: string;
  title: string;
  description: string | null;
  startsAt: string | null;
  endsAt: string | null;
  /** Without a start, the day that Revento names, YYYY-MM-DD on the event's clock. */
  day?: string | null;
  /** Revento's word, but `cancelled` however that is spelled. */
  status: string | null;
  thread: string | null;
  /** From the building down: "Harbour hall / Ground floor / Room 2" */
  place: string | null;
  capacity: number | null;
  signedUpCount: number | null;
  waitlistCount: number | null;
  capacityState: string | null;
};

/** What everybody at the event may see of its program, participants too. */
export type PublicProgramView = {
  timezone: string | null;
  days: { date: string; title: string | null }[];
  /** The first ones, as many as a page has room for, and how many there are besides. */
  activities: ActivityView[];
  left: number;
};

/** An activity with the ids of its thread and location: two of either may have one name. */
export type PlacedActivityView = ActivityView & {
  threadId: string | null;
  locationId: string | null;
};

/** A wave of registration. `state` is Revento's word. Times are ISO 8601 in UTC. */
export type RegistrationWaveView = {
  waveId: string;
  title: string | null;
  opensAt: string | null;
  closesAt: string | null;
  state: string | null;
  capacity: number | null;
};

/**
 * How many other activities need an activity's place while it does, and the first three of them, from when
 * until when both do. Times are ISO 8601 in UTC.
 */
export type OverlapView = {
  activityId: string;
  count: number;
  first: { activityId: string; startsAt: string; endsAt: string }[];
};

/** The program as organizers see it: waves in the order they open, threads in Revento's order. */
export type ProgramView = Omit<PublicProgramView, "activities"> & {
  activities: PlacedActivityView[];
  threads: { threadId: string; title: string }[];
  waves: RegistrationWaveView[];
  overlaps: OverlapView[];
};
