import type { PublicEventView } from "@/lib/portal/portal-entry-view";
import type { ActivityView, PublicProgramView } from "@/lib/program/program-view";

/** Which state of what everybody in the portal sees: of one connection, the later one has the higher `seq`. */
export type PublicVersion = { epoch: number; seq: number };

/** Whether whoever knows `known` knows `version`. */
export function isUpTo(known: PublicVersion, version: PublicVersion): boolean {
  return known.epoch === version.epoch && known.seq >= version.seq;
}

/** The version as an entity tag (RFC 9110 8.8.3). */
export function etagOf({ epoch, seq }: PublicVersion): string {
  return `"${epoch}.${seq}"`;
}

/** The program as the portal shows it. What it shows is at least as new as its version. */
export type PortalProgramView = PublicProgramView & { version: PublicVersion };

type Changed = { activityId: string } & Partial<ActivityView>;

/**
 * What makes one state of a program out of another: of changed activities only what changed, new ones whole. `order`
 * has the ids of all activities where it is another one now. What is not named is as it was.
 */
export type ProgramPatchView = {
  changed: Changed[];
  added: ActivityView[];
  order?: string[];
  timezone?: string | null;
  days?: PublicProgramView["days"];
  left?: number;
};

/**
 * What became of what everybody in the portal sees. It says all that changed since `from`, and `to` is the version of
 * what it says; without a `program` that changed, or where too much of it did, pages that are behind `to` ask.
 */
export type PublicUpdateView = {
  from: PublicVersion | null;
  to: PublicVersion;
  program?: ProgramPatchView;
  /** Some of the program changed that is too much to be told. */
  isCut?: true;
  event: PublicEventView | null;
  heard: { heardAt: string | null; awaySince: string | null };
};
