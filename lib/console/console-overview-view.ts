import type { HealthReason } from "./health-view";

/** What an operator sees first. All times are ISO 8601 in UTC. */
export type ConsoleOverviewView = {
  operator: string;
  /** red: somebody has to act now. */
  health: "green" | "yellow" | "red";
  reasons: HealthReason[];
  connections: Record<string, number>;
  deliveries: {
    waiting: number;
    dead: number;
    unknownTypes: number;
    oldestWaitingAt: string | null;
  };
  erasures: { open: number; running: number; overdue: number; nextPlannedAt: string | null };
  refusals: RefusalsView;
  suspension: SuspensionView | null;
  lastCheck: InstallationCheckView | null;
};

/** Deliveries that were not accepted in the last day, by reason and hour, beside the last that was. */
export type RefusalsView = {
  hours: { hour: string; reason: string; count: number }[];
  lastAt: string | null;
  lastAcceptedAt: string | null;
};

/** Revento has suspended the integration (contract 7.6). */
export type SuspensionView = {
  since: string;
  toldAt: string;
  /** When Revento was last asked whether it is over. */
  askedAt: string | null;
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
