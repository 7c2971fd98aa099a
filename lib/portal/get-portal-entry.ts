import { readHeard } from "@/lib/connections/read-heard";
import { type Sql, withEventSql } from "@/lib/db";
import { EventId } from "@/lib/event-id";
import type {
  PortalEntryView,
  PortalSessionView,
  PublicEventView,
  SignedOutReason,
} from "./portal-entry-view";
import type { Visitor } from "./visitor";

const NOTHING: PortalEntryView = { event: null, session: { state: "none" } };

type EventRow = {
  title: string;
  description: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  timezone: string | null;
  min_age: string | null;
  publish_status: string;
  is_over: boolean;
};

type SessionRow = {
  is_expired: boolean;
  is_older: boolean;
  state: string;
  cause: string;
  name: string | null;
};

/**
 * What a portal shows at its door: the event as far as it is public, and whether whoever asks is
 * signed in, or why not any more. Anybody may ask. An event that is not connected or not public is
 * nothing to strangers; only people who are signed in see that it was taken back.
 */
export async function getPortalEntry({ eventId, sessionHash }: Visitor): Promise<PortalEntryView> {
  if (!EventId.safeParse(eventId).success) return NOTHING;
  return withEventSql(eventId, async (sql) => {
    const isConnected = await isActive(sql, eventId);
    const session = await readSession(sql, eventId, sessionHash, isConnected);
    const event = isConnected ? await readEvent(sql, eventId) : null;
    const isShown = event?.isPublic || session.state === "signed_in";
    return { event: isShown ? event : null, session };
  });
}

async function isActive(sql: Sql, eventId: string): Promise<boolean> {
  const found = await sql.query(
    "SELECT 1 FROM connections WHERE event_id = $1 AND state IN ('active', 'preparing')",
    [eventId],
  );
  return found.rowCount === 1;
}

async function readEvent(sql: Sql, eventId: string): Promise<PublicEventView | null> {
  const found = await sql.query<EventRow>(
    `SELECT title, description, starts_at, ends_at, timezone, min_age, publish_status,
       coalesce(ends_at < now(), false) AS is_over
     FROM events WHERE event_id = $1`,
    [eventId],
  );
  const row = found.rows[0];
  if (!row) return null;
  return {
    title: row.title,
    description: row.description,
    startsAt: row.starts_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    timezone: row.timezone,
    minAge: row.min_age,
    isOver: row.is_over,
    isPublic: row.publish_status === "published",
  };
}

async function readSession(
  sql: Sql,
  eventId: string,
  sessionHash: string | null,
  isConnected: boolean,
): Promise<PortalSessionView> {
  if (!sessionHash) return { state: "none" };
  const found = await sql.query<SessionRow>(
    `SELECT s.expires_at <= now() AS is_expired, s.grant_epoch < g.epoch AS is_older,
       g.state, g.cause, g.name
     FROM portal_sessions s JOIN grants g ON g.event_id = $1 AND g.user_id = s.user_id
     WHERE s.event_id = $1 AND s.id_hash = $2`,
    [eventId, sessionHash],
  );
  const row = found.rows[0];
  const isAlive = row?.state === "active" && !row.is_older && !row.is_expired && isConnected;
  if (isAlive) {
    const { heardAt, awaySince } = await readHeard(sql, eventId);
    return { state: "signed_in", name: row.name, heard: { heardAt, awaySince } };
  }
  return { state: "signed_out", reason: reasonOf(row, isConnected) };
}

function reasonOf(row: SessionRow | undefined, isConnected: boolean): SignedOutReason {
  if (!row || row.is_expired || row.is_older) return "session_ended";
  if (!isConnected || row.cause === "connection_ended") return "connection_ended";
  if (row.cause === "user.revoked_access") return "revoked_by_you";
  return row.cause.startsWith("signed_out") ? "signed_out_everywhere" : "grant_ended";
}
