export type SyncKind = "sync" | "reconcile";

/** A run as the worker that holds its lease knows it. */
export type SyncRun = {
  eventId: string;
  id: string;
  kind: SyncKind;
  /** Fences every write: a worker that lost its lease writes nothing more. */
  leaseHolder: string;
  /** What the connection was granted (contract 3.6). */
  scopes: string[];
  startedAt: Date;
  pages: number;
  failures: number;
  restarts: number;
  expectedRows: number | null;
  /** Queued because another reading lacked rows. */
  isSecond: boolean;
  /** Why this reading, so far, is not trusted to say that rows are gone. */
  doubt: string | null;
};

/** Somebody else carries the run on, or it ended meanwhile: whoever meets this stops without a write. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** How long a silent worker keeps its run. */
export const LEASE_MS = 10_000;
