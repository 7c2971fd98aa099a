import type { Role } from "@/lib/members/role-view";
import type { Sight } from "@/lib/members/sight-view";
import type { HeardView } from "./heard-view";

/** What counts by status call all those together that are too many to stand by themselves. */
export const OTHER_STATUSES = "other_statuses";

/** "mirror": the event was connected again, and what had been read before goes; "all": everything. */
export type ErasureScope = "all" | "mirror";

/** Everything the overview shows but the sync's progress. All times are ISO 8601 in UTC. */
export type EventOverviewView = {
  eventId: string;
  role: Role;
  /** What of people this member sees. */
  sight: Sight;
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
    /** event, organization, integration, unknown: how much Revento ended; null where it ended nothing. */
    endScope: string | null;
    since: string;
    connectedAt: string;
    scopes: string[];
    /** An operator of Foyer stopped reading for a while. */
    isPaused: boolean;
    /** A year after consent (contract 2.4); null without a token. */
    consentEndsAt: string | null;
    /** What is going to be deleted, or is being deleted now. */
    erasure: {
      id: string;
      scope: ErasureScope;
      state: "open" | "running";
      plannedAt: string;
      dueAt: string;
    } | null;
  } & HeardView;
  /** Live participants by status; "none" is: no application. */
  /** The 20 most frequent statuses ("none" is none), and `other_statuses` for what there is besides. */
  counts: Record<string, number>;
  /** How many came to each status within the last 24 hours, as far as Revento told. */
  today: Record<string, number>;
  /** What the team calls those who review, by their id at Revento. */
  reviewers: Record<string, string>;
  lastFullRead: { kind: string; finishedAt: string; drifted: number; removed: number } | null;
  /** What of the event Foyer does not hold as Revento has it. */
  problems: {
    /** Applications whose form is longer than Foyer keeps. */
    cutForms: number;
    /** Rows that the newest read could not store, and the ids of the first of them. */
    notStored: { count: number; ids: string[] };
    /** Rows of which the last full read could read only a part, by list, and how many it could not read at all. */
    partlyRead: Record<string, number>;
    unreadable: Record<string, number>;
    /** Rows that it lacked, or of which it said something older: Foyer keeps them until the next read says the same. */
    undecided: number;
  };
};
