import type { HeardView } from "@/lib/connections/heard-view";
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
    // None of them waits for the one before it; the number of the last change is read before what it is shown with.
    const [{ isConnected, head, event }, row, heard] = await Promise.all([
      readPortalEvent(sql, eventId),
      sessionHash ? readSession(sql, eventId, sessionHash) : undefined,
      sessionHash ? readHeard(sql, eventId) : undefined,
    ]);
    const session = viewSession(sessionHash !== null, row, isConnected, { head, heard });
    const isShown = event?.isPublic || session.state === "signed_in";
    return { event: isShown ? event : null, session };
  });
}

type Entered = { isConnected: boolean; head: string; event: PublicEventView | null };

/** The event as the portal shows it, and the number of the last change before it was read. */
export async function readPortalEvent(sql: Sql, eventId: string): Promise<Entered> {
  const found = await sql.query<EventRow & { is_there: boolean; head: string | null }>({
    name: "portal-event",
    text: `SELECT h.seq::text AS head, e.event_id IS NOT NULL AS is_there, e.title, e.description, e.starts_at,
       e.ends_at, e.timezone, e.min_age, e.publish_status, coalesce(e.ends_at < now(), false) AS is_over
     FROM connections c
     LEFT JOIN events e ON e.event_id = c.event_id
     LEFT JOIN change_heads h ON h.event_id = c.event_id
     WHERE c.event_id = $1 AND c.state IN ('active', 'preparing')`,
    values: [eventId],
  });
  const row = found.rows[0];
  if (!row) return { isConnected: false, head: "0", event: null };
  return { isConnected: true, head: row.head ?? "0", event: row.is_there ? viewEvent(row) : null };
}

function viewEvent(row: EventRow): PublicEventView {
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
  sessionHash: string,
): Promise<SessionRow | undefined> {
  const found = await sql.query<SessionRow>({
    name: "portal-session",
    text: `SELECT s.expires_at <= now() AS is_expired, s.grant_epoch < g.epoch AS is_older,
       g.state, g.cause, g.name
     FROM portal_sessions s JOIN grants g ON g.event_id = $1 AND g.user_id = s.user_id
     WHERE s.event_id = $1 AND s.id_hash = $2`,
    values: [eventId, sessionHash],
  });
  return found.rows[0];
}

function viewSession(
  hasSession: boolean,
  row: SessionRow | undefined,
  isConnected: boolean,
  { head, heard }: { head: string; heard: HeardView | undefined },
): PortalSessionView {
  if (!hasSession) return { state: "none" };
  const isAlive = row?.state === "active" && !row.is_older && !row.is_expired && isConnected;
  if (!isAlive) return { state: "signed_out", reason: reasonOf(row, isConnected) };
  const { heardAt = null, awaySince = null } = heard ?? {};
  return { state: "signed_in", name: row.name, heard: { heardAt, awaySince }, head };
}

function reasonOf(row: SessionRow | undefined, isConnected: boolean): SignedOutReason {
  if (!row || row.is_expired || row.is_older) return "session_ended";
  if (!isConnected || row.cause === "connection_ended") return "connection_ended";
  if (row.cause === "user.revoked_access") return "revoked_by_you";
  return row.cause.startsWith("signed_out") ? "signed_out_everywhere" : "grant_ended";
}
