/** What went on in the last day, and which connections ended lately. All times are ISO 8601 in UTC. */
export type ConsoleActivityView = {
  /** The last 24 hours of the clock, the oldest first, the one that is under way included. */
  hours: ActivityHour[];
  /** From receiving to applying, of the last 1,000 deliveries within the day; null: there were none. */
  lag: { medianMs: number; ninetyFifthMs: number } | null;
  /** The last attempt to apply a delivery that came to nothing. */
  lastFailure: {
    eventId: string | null;
    deliveryId: string;
    type: string;
    at: string;
    reason: string;
  } | null;
  /** The last ends of connections, the newest first: what each came to. */
  ends: {
    erasureId: string;
    eventId: string;
    title: string | null;
    cause: string;
    endedAt: string;
    /** open, running, completed, or withdrawn: it was connected again. */
    state: string;
    plannedAt: string;
  }[];
};

/** `received` counts those that are dead letters now, too; at most 10,000 of an hour are counted. */
export type ActivityHour = { hour: string; received: number; dead: number; refused: number };
