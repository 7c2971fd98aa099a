import type { IncomingMessage } from "node:http";
import type { Change, Concerns } from "@/lib/live/read-changes";

/** Somebody who was let in to an event's stream, and what of it is theirs to hear. */
export type Audience = {
  /** Whoever shares this shares the number of streams that one may hold. */
  countedBy: string;
  /**
   * The change as they may hear it, or null: it is none of their business, or they are told of it otherwise. Of what
   * they missed they have not been told.
   */
  hear(change: Change, isMissed: boolean): Change | null;
  /** Whether they are told what everybody in the portal sees. */
  hearsPublic: boolean;
  /** What of the past may be theirs to hear, as the database tells it. */
  concerns: Concerns;
  /** Whether a change may have taken their right, or given them more to hear. */
  isTouchedBy(change: Change): boolean;
  /** Whether what they may hear differs from what another look at them has found. */
  hasMoreThan(former: Audience): boolean;
  /** Looks at them again. Throws AppError when their right has ended. */
  renew(): Promise<Audience>;
};

/** Lets somebody in to an event's stream. Throws AppError for everybody else. */
export type Admit = (request: IncomingMessage, eventId: string) => Promise<Audience>;
