import { type Sql, withEventSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { EventId } from "@/lib/event-id";
import { changeEvent, type EventChangeInPrisma } from "@/lib/live/change-event";
import type { Visitor } from "./visitor";

/** Whoever is signed in to the portal of the event at hand. */
export type PortalParticipant = {
  userId: string;
  scopes: string[];
  grantedAt: Date;
  /** When this session was last noted as used, an hour ago at the most while it is. */
  lastSeenAt: Date;
  /** Their own rows in the mirror; usually one. */
  participantIds: string[];
  profile: PortalProfile;
};

/** What Revento said of them with their own token, and how asking for it went. */
type PortalProfile = {
  name: string | null;
  email: string | null;
  readAt: Date | null;
  checkedAt: Date | null;
  checkFailure: "unavailable" | "busy" | null;
};

/**
 * The guard of every verb of the portal, and the work it guards, in one transaction of the event.
 * Throws AppError `unauthenticated` for everybody who holds no living session of exactly this event,
 * whether or not there is such an event: a session lives as long as its grant, and a grant as long as
 * the connection (contract 7.1, 7.5).
 */
export async function withParticipant<T>(
  { eventId, sessionHash }: Visitor,
  work: (sql: Sql, participant: PortalParticipant) => Promise<T>,
): Promise<T> {
  if (!sessionHash || !EventId.safeParse(eventId).success) throw notSignedIn();
  return withEventSql(eventId, async (sql) => {
    const participant = await findParticipant(sql, eventId, sessionHash);
    if (!participant) throw notSignedIn();
    return work(sql, participant);
  });
}

/** {@link changeEvent}, with the guard of {@link withParticipant} before the event is held. */
export async function changeEventAsParticipant<T>(
  { eventId, sessionHash }: Visitor,
  work: (change: EventChangeInPrisma, participant: PortalParticipant) => Promise<T>,
): Promise<T> {
  if (!sessionHash || !EventId.safeParse(eventId).success) throw notSignedIn();
  const before = async (sql: Sql) => {
    const participant = await findParticipant(sql, eventId, sessionHash);
    if (!participant) throw notSignedIn();
    return participant;
  };
  return changeEvent(eventId, work, { before });
}

/** {@link withParticipant} without work. */
export async function requireParticipant(visitor: Visitor): Promise<PortalParticipant> {
  return withParticipant(visitor, async (_, participant) => participant);
}

export function notSignedIn(): AppError {
  return new AppError("unauthenticated", "Sign in with Revento to see this.");
}

async function findParticipant(
  sql: Sql,
  eventId: string,
  sessionHash: string,
): Promise<PortalParticipant | undefined> {
  return (await findParticipants(sql, eventId, [sessionHash])).get(sessionHash);
}

/** Who is signed in by which of these sessions; the others have ended, or never were. */
export async function findParticipants(
  sql: Sql,
  eventId: string,
  sessionHashes: readonly string[],
): Promise<Map<string, PortalParticipant>> {
  type Row = Omit<PortalParticipant, "profile"> & PortalProfile & { sessionHash: string };
  const found = await sql.query<Row>({
    name: "find-portal-participants",
    text: `SELECT s.id_hash AS "sessionHash", g.user_id AS "userId", g.scopes, g.granted_at AS "grantedAt",
        s.last_seen_at AS "lastSeenAt", g.name, g.email, g.profile_read_at AS "readAt",
        g.checked_at AS "checkedAt", g.check_failure AS "checkFailure",
        ARRAY(SELECT p.participant_id FROM participants p
          WHERE p.event_id = $1 AND p.user_id = g.user_id) AS "participantIds"
      FROM portal_sessions s
      JOIN grants g ON g.event_id = $1 AND g.user_id = s.user_id AND g.epoch = s.grant_epoch
      JOIN connections c ON c.event_id = $1
      WHERE s.event_id = $1 AND s.id_hash = ANY($2) AND s.expires_at > now()
        AND g.state = 'active' AND c.state IN ('active', 'preparing')`,
    values: [eventId, sessionHashes],
  });
  return new Map(found.rows.map(({ sessionHash, ...row }) => [sessionHash, participantOf(row)]));
}

function participantOf({
  userId,
  scopes,
  grantedAt,
  lastSeenAt,
  participantIds,
  ...profile
}: Omit<PortalParticipant, "profile"> & PortalProfile): PortalParticipant {
  return { userId, scopes, grantedAt, lastSeenAt, participantIds, profile };
}
