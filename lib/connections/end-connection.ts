import { type Sql, withEventSql } from "@/lib/db";
import { endGrantsOfEvent } from "@/lib/grants/end-grant";
import { announceChanges } from "@/lib/live/announce-changes";
import { lockMirror } from "@/lib/live/lock-mirror";
import { recordChange } from "@/lib/live/record-change";
import { recordAudit } from "@/lib/members/record-audit";

export type EndedState = "needs_reconnect" | "suspended" | "revoked";

export type ConnectionEnd = {
  state: EndedState;
  /** A word for why: invalid_grant, token_revoked, outcome_unknown, data.deletion_required, … */
  cause: string;
  /** When Revento wants the cached data gone (contract 1.6). */
  deletionDueAt?: Date;
  /** Ends only the connection the caller knew: nothing happens when it was made anew since. */
  expectedEpoch?: number;
};

/** Later news of the same end may only make it more final. */
const FINALITY: Record<string, number> = {
  active: 0,
  needs_reconnect: 1,
  suspended: 2,
  revoked: 3,
};

type Connection = { state: string; epoch: number; deletion_due_at: Date | null };

/**
 * Ends a connection (contract 7) in one transaction: its state and cause, a new epoch, no token and no
 * participant's grant left, no run left, an audit entry, and a change for open pages. Idempotent; an end never becomes less
 * final. Answers whether anything changed.
 */
export async function endConnection(eventId: string, end: ConnectionEnd): Promise<boolean> {
  const changed = await withEventSql(eventId, async (sql) => {
    await lockMirror(sql, eventId);
    const found = await sql.query<Connection>(
      "SELECT state, epoch, deletion_due_at FROM connections WHERE event_id = $1 FOR UPDATE",
      [eventId],
    );
    const connection = found.rows[0];
    if (!connection || !changesSomething(connection, end)) return false;
    await writeEnd(sql, eventId, connection, end);
    return true;
  });
  if (changed) await announceChanges(eventId);
  return changed;
}

function changesSomething(connection: Connection, end: ConnectionEnd): boolean {
  if (end.expectedEpoch !== undefined && end.expectedEpoch !== connection.epoch) return false;
  return isMoreFinal(connection, end) || (!connection.deletion_due_at && !!end.deletionDueAt);
}

function isMoreFinal(connection: Connection, end: ConnectionEnd): boolean {
  return (FINALITY[end.state] ?? 0) > (FINALITY[connection.state] ?? 0);
}

async function writeEnd(
  sql: Sql,
  eventId: string,
  connection: Connection,
  { state, cause, deletionDueAt }: ConnectionEnd,
): Promise<void> {
  const next = isMoreFinal(connection, { state, cause }) ? { state, cause } : null;
  await sql.query(
    `UPDATE connections SET
       state = coalesce($2, state),
       cause = coalesce($3, cause),
       state_since = CASE WHEN $2::text IS NULL THEN state_since ELSE now() END,
       deletion_due_at = coalesce(deletion_due_at, $4),
       epoch = epoch + 1
     WHERE event_id = $1`,
    [eventId, next?.state ?? null, next?.cause ?? null, deletionDueAt ?? null],
  );
  await sql.query("DELETE FROM tokens WHERE event_id = $1", [eventId]);
  const grants = await endGrantsOfEvent(sql, eventId);
  await sql.query(
    `UPDATE sync_runs SET state = 'ended', error = $2, finished_at = now()
     WHERE event_id = $1 AND state IN ('queued', 'running')`,
    [eventId, cause],
  );
  await recordAudit(sql, eventId, "foyer", "connection.ended", {
    state,
    cause,
    grants,
    deletionDueAt: deletionDueAt?.toISOString() ?? null,
  });
  await recordChange(sql, eventId, "connection", []);
}
