/** What an operator sees first. All times are ISO 8601 in UTC. */
export type ConsoleOverviewView = {
  operator: string;
  /** red: somebody has to act now; each reason is a sentence with the page that shows more. */
  health: "green" | "yellow" | "red";
  reasons: { level: "yellow" | "red"; text: string; href: string }[];
  connections: Record<string, number>;
  deliveries: {
    waiting: number;
    dead: number;
    unknownTypes: number;
    oldestWaitingAt: string | null;
  };
  erasures: { open: number; running: number; overdue: number; nextPlannedAt: string | null };
  suspension: SuspensionView | null;
  lastCheck: InstallationCheckView | null;
};

/** Revento has suspended the integration (contract 7.6), and nobody has connected since. */
export type SuspensionView = {
  since: string;
  toldAt: string;
  reason: string | null;
  /** Connections that stand still because of it. */
  events: { eventId: string; title: string | null; since: string }[];
};

/** kind: not_listed (ours, not Revento's), listed_active (Revento's, ended here), unknown_here, other_organization */
export type InstallationDifference = {
  eventId: string;
  organizationId: string;
  kind: string;
  /** what was done about it: ended, still_works, unavailable, none */
  outcome: string;
};

export type InstallationCheckView = {
  id: string;
  at: string;
  askedBy: string;
  listed: number | null;
  failure: string | null;
  differences: InstallationDifference[];
};

/** Queues, workers, budgets, refreshes. */
export type JobsView = {
  queues: {
    name: string;
    /** What it is for, in words. */
    purpose: string;
    waiting: number;
    active: number;
    failed: number;
    oldestWaitingAt: string | null;
    /** Cron in UTC, where it runs by the clock. */
    schedule: string | null;
  }[];
  inbox: { waiting: number; oldestWaitingAt: string | null; lagSeconds: number | null };
  syncs: { queued: number; running: number; waitingForBudget: number };
  workers: { id: string; startedAt: string; seenAt: string; isAlive: boolean }[];
  budgets: {
    eventId: string;
    title: string | null;
    hourLeft: number;
    minuteLeft: number;
    inFlight: number;
    pausedUntil: string | null;
  }[];
  refreshFailures: {
    eventId: string;
    title: string | null;
    holder: "installation" | "participant";
    at: string;
    failure: string;
  }[];
};
