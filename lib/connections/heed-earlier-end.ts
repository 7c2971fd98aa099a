import { randomUUID } from "node:crypto";
import type { Sql } from "@/lib/db";
import type { EventChange } from "@/lib/live/change-event";
import { openErasure } from "./open-erasure";
import { endRuns } from "./queue-first-sync";

export type EarlierEnd = { endedAt: Date; deadlineAt: Date };

type Connection = { state: string; organization_id: string; holds_older: boolean };

/**
 * `data.deletion_required` of an earlier connection, told after the event was connected again: what
 * was read under the earlier one has to go all the same (contract 1.6). An active connection becomes
 * `preparing` until its mirror is empty, and is read anew; where an erasure is open or under way, it is
 * brought forward. Call `wake("foyer_erasures")` after the commit. Answers whether there was anything from before
 * that end.
 */
export async function heedEarlierEnd(change: EventChange, end: EarlierEnd): Promise<boolean> {
  const { sql, eventId } = change;
  const found = await sql.query<Connection>(
    `SELECT state, organization_id, mirror_since <= $2 AS holds_older FROM connections
     WHERE event_id = $1 AND connected_at > $2 FOR UPDATE`,
    [eventId, end.endedAt],
  );
  const connection = found.rows[0];
  if (!connection?.holds_older) return false;
  if (connection.state === "active") await prepare(change, connection, end);
  else await bringForward(sql, eventId, connection, end);
  return true;
}

async function prepare(
  { sql, eventId, changed, audit }: EventChange,
  { organization_id }: Connection,
  { endedAt, deadlineAt }: EarlierEnd,
): Promise<void> {
  await sql.query(
    `INSERT INTO erasures (event_id, id, organization_id, scope, state, rule, cause, ended_at,
       planned_at, due_at, begun_by, started_at)
     VALUES ($1, $2, $3, 'mirror', 'running', 'required', 'data.deletion_required', $4, now(), $5,
       'reconnect', now())`,
    [eventId, randomUUID(), organization_id, endedAt, deadlineAt],
  );
  await sql.query(
    `UPDATE connections SET state = 'preparing', state_since = now(), mirror_since = connected_at
     WHERE event_id = $1`,
    [eventId],
  );
  await endRuns(sql, eventId);
  await audit("revento", "connection.preparing", {
    cause: "data.deletion_required",
  });
  changed("connection");
}

async function bringForward(
  sql: Sql,
  eventId: string,
  { organization_id }: Connection,
  { endedAt, deadlineAt }: EarlierEnd,
): Promise<void> {
  await openErasure(sql, eventId, {
    organizationId: organization_id,
    cause: "data.deletion_required",
    explainsMore: false,
    endedAt,
    deadlineAt,
  });
}
