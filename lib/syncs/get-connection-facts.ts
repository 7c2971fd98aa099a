import { readBudgetsLeft } from "@/lib/connections/read-budgets-left";
import type { Sql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import type { ConnectionFactsView } from "./connection-facts-view";
import { isReconcileDue, latestReconcileSlot } from "./reconcile-slot";

type Row = {
  next_reading_at: Date | null;
  connected_by: string | null;
  access_expires_at: Date | null;
  refresh_expires_at: Date | null;
  consent_ends_at: Date | null;
};

/** What stands behind an event's connection, for any of its members. Throws AppError `unauthenticated`, `not_found`. */
export async function getConnectionFacts(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<ConnectionFactsView> {
  return readWithPermission(actor, eventId, "event.read", async (sql, { memberId }) => {
    const row = await readRow(sql, eventId);
    const token = viewToken(row);
    return {
      connectedBy: whoConnected(row.connected_by, memberId),
      lastReading: await readLastReading(sql, eventId),
      nextReadingAt: row.next_reading_at?.toISOString() ?? null,
      callsLeft: token ? await readCallsLeft(sql, eventId) : null,
      token,
    };
  });
}

async function readRow(sql: Sql, eventId: string): Promise<Row> {
  const { rows } = await sql.query<Row>(
    `SELECT CASE WHEN c.state = 'active' AND c.paused_at IS NULL THEN
         CASE WHEN ${isReconcileDue("slot.latest")} THEN slot.latest
           ELSE slot.latest + interval '1 day' END END AS next_reading_at,
       (SELECT m.id::text FROM audit_entries a JOIN members m
          ON m.event_id = $1 AND m.id::text = a.actor AND m.revoked_at IS NULL
        WHERE a.event_id = $1 AND a.action = 'connection.connected'
        ORDER BY a.at DESC LIMIT 1) AS connected_by,
       t.access_expires_at, t.refresh_expires_at,
       t.first_issued_at + interval '365 days' AS consent_ends_at
     FROM connections c
     CROSS JOIN LATERAL (SELECT ${latestReconcileSlot("c.event_id", "now()")} AS latest) slot
     LEFT JOIN tokens t ON t.event_id = $1 AND t.holder = 'installation'
     WHERE c.event_id = $1`,
    [eventId],
  );
  const [row] = rows;
  if (!row) throw new Error("a member of an event without a connection");
  return row;
}

function whoConnected(
  connectedBy: string | null,
  memberId: string,
): ConnectionFactsView["connectedBy"] {
  if (connectedBy === null) return "nobody";
  return connectedBy === memberId ? "you" : "member";
}

function viewToken(row: Row): ConnectionFactsView["token"] {
  const { access_expires_at: access, refresh_expires_at: refresh, consent_ends_at: consent } = row;
  if (!access || !refresh || !consent) return null;
  return {
    accessEndsAt: access.toISOString(),
    refreshEndsAt: refresh.toISOString(),
    consentEndsAt: consent.toISOString(),
  };
}

async function readLastReading(
  sql: Sql,
  eventId: string,
): Promise<ConnectionFactsView["lastReading"]> {
  const { rows } = await sql.query<{ kind: string; state: string; at: Date }>(
    `SELECT kind, state, coalesce(finished_at, started_at, created_at) AS at FROM sync_runs
     WHERE event_id = $1 AND NOT (is_second AND state = 'queued')
     ORDER BY created_at DESC LIMIT 1`,
    [eventId],
  );
  const [row] = rows;
  return row ? { ...row, at: row.at.toISOString() } : null;
}

async function readCallsLeft(sql: Sql, eventId: string): Promise<ConnectionFactsView["callsLeft"]> {
  const left = (await readBudgetsLeft(sql, [eventId])).get(eventId);
  return left ? { hour: left.hourLeft, minute: left.minuteLeft } : null;
}
