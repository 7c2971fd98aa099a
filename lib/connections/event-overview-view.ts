import type { Role } from "@/lib/members/actor";

/** Everything the overview shows but the sync's progress. All times are ISO 8601 in UTC. */
export type EventOverviewView = {
  eventId: string;
  role: Role;
  event: {
    title: string;
    description: string | null;
    startsAt: string | null;
    endsAt: string | null;
    timezone: string | null;
    publishStatus: string;
    minAge: string | null;
    freshness: { source: string; at: string; confirmedAt: string };
  } | null;
  connection: {
    organizationId: string;
    state: string;
    cause: string;
    since: string;
    connectedAt: string;
    scopes: string[];
    deletionDueAt: string | null;
    lastDeliveryAt: string | null;
  };
  /** Live participants by status; "none" is: no application. */
  counts: Record<string, number>;
  lastFullRead: { kind: string; finishedAt: string; drifted: number; removed: number } | null;
  deliveries: {
    id: string;
    type: string;
    occurredAt: string;
    receivedAt: string;
    state: string;
    outcome: string | null;
  }[];
};
