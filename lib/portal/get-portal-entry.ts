import type { HeardView } from "@/lib/connections/heard-view";
import { HEARD_COLUMNS, type HeardRow, viewHeard } from "@/lib/connections/read-heard";
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
  grant_state: string;
  cause: string;
  name: string | null;
};

/** Of the event and of the session, the columns are there where the row says so. */
type Row = EventRow &
  SessionRow &
  HeardRow & {
    is_connected: boolean;
    connection_state: string | null;
    was_erased: boolean;
    has_event: boolean;
    has_session: boolean;
    head: string | null;
  };

/**
 * What a portal shows at its door: the event as far as it is public, and whether whoever asks is
 * signed in, or why not any more. Anybody may ask. An event that is not connected or not public is
 * nothing to strangers; only people who are signed in see that it was taken back.
 */
export async function getPortalEntry({ eventId, sessionHash }: Visitor): Promise<PortalEntryView> {
  if (!EventId.safeParse(eventId).success) return NOTHING;
  const found = await withEventSql(eventId, (sql) => readPortalEvent(sql, eventId, sessionHash));
  const session = viewSession(sessionHash !== null, found);
  const isShown = found.event?.isPublic || session.state === "signed_in";
  return { event: isShown ? found.event : null, session };
}

type PortalEvent = {
  isConnected: boolean;
  /** As it is stored; null where nothing of the event is. */
  connectionState: string | null;
  /** Everything of it was deleted, and it has not been connected again. */
  wasErased: boolean;
  /** The number of the last change before this was read. */
  head: string;
  event: PublicEventView | null;
  heard: HeardView;
  session: SessionRow | null;
};

/** The event as the portal shows it, and the session of that hash in it. */
export async function readPortalEvent(
  sql: Sql,
  eventId: string,
  sessionHash: string | null,
): Promise<PortalEvent> {
  const found = await sql.query<Row>({
    name: "portal-event",
    text: `SELECT coalesce(c.state IN ('active', 'preparing'), false) AS is_connected,
       c.state AS connection_state, c.event_id IS NULL AND EXISTS (SELECT FROM erasures x
         WHERE x.event_id = asked.event_id AND x.scope = 'all' AND x.state = 'completed') AS was_erased,
       e.event_id IS NOT NULL AS has_event,
       s.id_hash IS NOT NULL AS has_session, h.seq::text AS head, e.title, e.description,
       e.starts_at, e.ends_at, e.timezone, e.min_age, e.publish_status,
       coalesce(e.ends_at < now(), false) AS is_over, ${HEARD_COLUMNS},
       s.expires_at <= now() AS is_expired, s.grant_epoch < g.epoch AS is_older,
       g.state AS grant_state, g.cause, g.name
     FROM (VALUES ($1, $2)) AS asked (event_id, id_hash)
     LEFT JOIN connections c ON c.event_id = asked.event_id
     LEFT JOIN events e ON e.event_id = c.event_id AND c.state IN ('active', 'preparing')
     LEFT JOIN change_heads h ON h.event_id = c.event_id
     LEFT JOIN (portal_sessions s JOIN grants g ON g.event_id = s.event_id AND g.user_id = s.user_id)
       ON s.event_id = asked.event_id AND s.id_hash = asked.id_hash`,
    values: [eventId, sessionHash],
  });
  const row = found.rows[0];
  return {
    isConnected: row?.is_connected ?? false,
    connectionState: row?.connection_state ?? null,
    wasErased: row?.was_erased ?? false,
    head: row?.head ?? "0",
    event: row?.has_event ? viewEvent(row) : null,
    heard: viewHeard(row),
    session: row?.has_session ? row : null,
  };
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

function viewSession(
  hasSession: boolean,
  { session, isConnected, connectionState, wasErased, head, heard }: PortalEvent,
): PortalSessionView {
  if (!hasSession) return { state: "none" };
  const isAlive =
    session?.grant_state === "active" && !session.is_older && !session.is_expired && isConnected;
  if (!isAlive) {
    const reason = wasErased ? "erased" : reasonOf(session, connectionState);
    return { state: "signed_out", reason };
  }
  const { heardAt, awaySince } = heard;
  return { state: "signed_in", name: session.name, heard: { heardAt, awaySince }, head };
}

/** Connections that go on once the organizers, or Revento, have done something. */
const LIVING = ["active", "preparing"];
const STOPPED = ["suspended", "needs_reconnect"];

/** Who only claims to have a session learns nothing of the connection. */
function reasonOf(row: SessionRow | null, connectionState: string | null): SignedOutReason {
  if (!row || connectionState === null) return "session_ended";
  if (STOPPED.includes(connectionState)) return "not_available";
  if (row.is_expired || row.is_older) return "session_ended";
  if (!LIVING.includes(connectionState)) return "connection_ended";
  if (row.cause === "connection_ended") return "available_again";
  if (row.cause === "user.revoked_access") return "revoked_by_you";
  return row.cause.startsWith("signed_out") ? "signed_out_everywhere" : "grant_ended";
}
