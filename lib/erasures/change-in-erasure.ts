import type { ErasureScope } from "@/lib/connections/event-overview-view";
import type { Sql } from "@/lib/db";
import { changeEventInSql, type EventChange } from "@/lib/live/change-event";

/** An erasure under way, as its row says. */
export type RunningErasure = {
  id: string;
  organizationId: string;
  scope: ErasureScope;
  rule: "required" | "ended";
  cause: string;
  endedAt: Date;
  dueAt: Date;
  startedAt: Date;
  counts: Record<string, number>;
  /** Of scope mirror: when the event was connected again. Null: everything goes. */
  before: Date | null;
};

type Row = Omit<RunningErasure, "before"> & { state: string | null; stateSince: Date | null };

/** The longest that a batch of an erasure waits for the event. */
const LOCK_WITHIN_MS = 5_000;

/**
 * {@link changeEventInSql} for a transaction that erases: the only one of its event. `work` gets the running
 * erasure. Answers "busy" when another worker is at it, "over" when there is none (any more): an end may have
 * turned one of the mirror into one of everything, which begins by its own plan. Throws when the connection is in
 * no state in which rows may go.
 */
export async function changeInErasure<T>(
  eventId: string,
  work: (change: EventChange, erasure: RunningErasure) => Promise<T>,
): Promise<T | "busy" | "over"> {
  const erase = async (change: EventChange) => {
    const erasure = await readRunning(change.sql, eventId);
    return erasure ? work(change, erasure) : "over";
  };
  const before = (sql: Sql) => lockErasure(sql, eventId);
  try {
    return await changeEventInSql(eventId, erase, { lockWithinMs: LOCK_WITHIN_MS, before });
  } catch (error) {
    if (error instanceof ErasureBusy) return "busy";
    throw error;
  }
}

class ErasureBusy extends Error {}

async function lockErasure(sql: Sql, eventId: string): Promise<void> {
  const lock = await sql.query<{ locked: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtextextended('erasure:' || $1, 0)) AS locked",
    [eventId],
  );
  if (!lock.rows[0]?.locked) throw new ErasureBusy();
}

async function readRunning(sql: Sql, eventId: string): Promise<RunningErasure | null> {
  const found = await sql.query<Row>(
    `SELECT e.id, e.organization_id AS "organizationId", e.scope, e.rule, e.cause,
       e.ended_at AS "endedAt", e.due_at AS "dueAt", e.started_at AS "startedAt", e.counts,
       c.state, c.state_since AS "stateSince"
     FROM erasures e LEFT JOIN connections c ON c.event_id = e.event_id
     WHERE e.event_id = $1 AND e.state = 'running' FOR UPDATE OF e`,
    [eventId],
  );
  const row = found.rows[0];
  if (!row) return null;
  const { state, stateSince, ...erasure } = row;
  const wanted = erasure.scope === "mirror" ? "preparing" : "erasing";
  if (state !== wanted) throw new Error(`the connection is ${state}, not ${wanted}`);
  return { ...erasure, before: erasure.scope === "mirror" ? stateSince : null };
}
