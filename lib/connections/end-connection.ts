import type { Sql } from "@/lib/db";
import { endGrantsOfEvent } from "@/lib/grants/end-grant";
import type { EventChange } from "@/lib/live/change-event";
import { type EndCause, explainsMore, isLive, meaningOf } from "./connection-states";
import { openErasure } from "./open-erasure";

export type ConnectionEnd = {
  cause: EndCause;
  /** When it ended, as far as anybody told; now, where nobody did. */
  endedAt?: Date;
  /** Revento's own deadline for the cached data. */
  deadlineAt?: Date;
  /** Ends only the connection the caller knew: nothing happens when it was made anew since. */
  expectedEpoch?: number;
  /** Ends only a connection that was made by then, on Revento's clock, whatever is known of its end. */
  madeBy?: Date;
};

type Connection = {
  state: string;
  cause: string;
  epoch: number;
  organization_id: string;
  connected_at: Date;
};

/**
 * Ends a connection (contract 7): its state and cause, a new epoch, no token, no
 * participant's grant and no run left, an open erasure, an audit entry, and a change for open pages. News
 * of an end that has happened may explain it better and bring the erasure forward, nothing else. Answers
 * whether the state changed.
 */
export async function endConnection(change: EventChange, end: ConnectionEnd): Promise<boolean> {
  const { sql, eventId } = change;
  const found = await sql.query<Connection>(
    `SELECT state, cause, epoch, organization_id, connected_at FROM connections
     WHERE event_id = $1 FOR UPDATE`,
    [eventId],
  );
  const connection = found.rows[0];
  if (!connection) return false;
  if (end.expectedEpoch !== undefined && end.expectedEpoch !== connection.epoch) return false;
  if (end.madeBy && connection.connected_at > end.madeBy) return false;
  return writeEnd(change, connection, end);
}

async function writeEnd(
  change: EventChange,
  connection: Connection,
  { cause, endedAt, deadlineAt }: ConnectionEnd,
): Promise<boolean> {
  const { sql, eventId, changed } = change;
  const changes = explainsMore(cause, connection);
  if (changes) await changeState(change, connection, cause);
  await openErasure(sql, eventId, {
    organizationId: connection.organization_id,
    cause,
    explainsMore: changes,
    endedAt: notLaterThanNow(endedAt),
    deadlineAt,
  });
  if (changes) changed("connection");
  return changes;
}

async function changeState(
  { sql, eventId, audit }: EventChange,
  { state: before }: Connection,
  cause: EndCause,
): Promise<void> {
  const { state } = meaningOf(cause);
  const grants = isLive(before) ? await stopWork(sql, eventId, cause) : 0;
  await sql.query(
    `UPDATE connections SET state = $2, cause = $3, paused_at = NULL,
       state_since = CASE WHEN $4 OR state <> $2 THEN now() ELSE state_since END,
       epoch = epoch + CASE WHEN $4 THEN 1 ELSE 0 END
     WHERE event_id = $1`,
    [eventId, state, cause, isLive(before)],
  );
  await audit("foyer", "connection.ended", { state, cause, before, grants });
}

/** No token, no grant and no run is left. Answers how many grants ended. */
async function stopWork(sql: Sql, eventId: string, cause: EndCause): Promise<number> {
  await sql.query("DELETE FROM tokens WHERE event_id = $1", [eventId]);
  await sql.query(
    `UPDATE sync_runs SET state = 'ended', error = $2, finished_at = now()
     WHERE event_id = $1 AND state IN ('queued', 'running')`,
    [eventId, cause],
  );
  return endGrantsOfEvent(sql, eventId);
}

/** A clock that goes ahead of ours must not give us more time than the contract does. */
function notLaterThanNow(at: Date | undefined): Date {
  const now = new Date();
  return at && at < now ? at : now;
}
