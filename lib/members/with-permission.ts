import { clientSignal } from "@/lib/client-signal";
import { readEvent, readEventSql, type Sql, type Tx, withEventSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { EventId } from "@/lib/event-id";
import { type ChangeOptions, changeEvent, type EventChangeInPrisma } from "@/lib/live/change-event";
import { Slots } from "@/lib/slots";
import type { Actor } from "./actor";
import { may, type Permission } from "./permissions-view";
import type { Role } from "./role-view";
import {
  ratingSightOf,
  reviewsBlindly,
  type Sight,
  type SightLevel,
  sightOf,
  sightsAll,
  USUAL_HIDES_OTHERS,
  USUAL_LEVELS,
} from "./sight-view";

/**
 * The seat of whoever asks, in the event at hand, and what of its people they see. `isReviewed`: the event's team has
 * made something of some application.
 */
export type Member = { memberId: string; role: Role; sight: Sight; isReviewed: boolean };

type Work<T> = (sql: Sql, member: Member) => Promise<T>;

/**
 * The guard of every verb that works in an event, and the work it guards, in one transaction of the event. Before
 * `work` begins it throws AppError: `unauthenticated` without a session, `not_found` for an event that is not
 * theirs or does not exist, `forbidden` for a member whose role lacks the permission.
 */
export async function withPermission<T>(
  actor: Actor,
  eventId: string,
  permission: Permission,
  work: Work<T>,
): Promise<T> {
  const { id, sessionHash } = parse(actor, eventId);
  return withEventSql(id, async (sql) => {
    return work(sql, await admit(sql, id, sessionHash, permission));
  });
}

/**
 * {@link withPermission} for work that only reads: the database refuses to write, and nobody waits for its end. Throws
 * AppError `busy` as well, and ends when the client that asked has left.
 */
export async function readWithPermission<T>(
  actor: Actor,
  eventId: string,
  permission: Permission,
  work: Work<T>,
): Promise<T> {
  const { id, sessionHash } = parse(actor, eventId);
  return inTurn(id, sessionHash, (signal) =>
    readEventSql(
      id,
      async (sql) => work(sql, await admit(sql, id, sessionHash, permission)),
      signal,
    ),
  );
}

/** {@link readWithPermission} with Prisma, and SQL where that counts for it. */
export async function readEventAs<T>(
  actor: Actor,
  eventId: string,
  permission: Permission,
  work: (db: Tx, member: Member, sql: Sql) => Promise<T>,
): Promise<T> {
  const { id, sessionHash } = parse(actor, eventId);
  return inTurn(id, sessionHash, (signal) =>
    readEvent(
      id,
      async ({ db, sql }) => work(db, await admit(sql, id, sessionHash, permission), sql),
      signal,
    ),
  );
}

/**
 * {@link changeEvent}, with the guard of {@link withPermission}: before the event is held, so that nobody else waits
 * for it, and once more when it is, because the seat may have gone meanwhile.
 */
export async function changeEventAs<T>(
  actor: Actor,
  eventId: string,
  permission: Permission,
  work: (change: EventChangeInPrisma, member: Member) => Promise<T>,
  { of = "event" }: Pick<ChangeOptions, "of"> = {},
): Promise<T> {
  const { id, sessionHash } = parse(actor, eventId);
  const before = (sql: Sql) => admit(sql, id, sessionHash, permission);
  return changeEvent(
    id,
    async (change) => work(change, await admit(change.sql, id, sessionHash, permission)),
    { before, of },
  );
}

/** {@link withPermission} without work. */
export async function requirePermission(
  actor: Actor,
  eventId: string,
  permission: Permission,
): Promise<Member> {
  return withPermission(actor, eventId, permission, async (_, member) => member);
}

/**
 * The guard of {@link requirePermission} for whoever holds `seat`, as it was found together with the session. It
 * costs no look at the database; verbs look again, in the transaction of their work.
 */
export function requireSeat(
  { sessionHash }: Actor,
  seat: Role | null,
  permission: Permission,
): void {
  if (!sessionHash) throw notSignedIn();
  if (!seat) throw noSuchEvent();
  requireMay(seat, permission);
}

/**
 * What reads of one browser, and of one event, may take of the database at a time: an organizer who asks for
 * much holds up nobody else.
 */
const ofSession = new Slots({ most: 2, patienceMs: 5_000 });
const ofEvent = new Slots({ most: 3, patienceMs: 5_000 });

function inTurn<T>(
  eventId: string,
  sessionHash: string,
  read: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  const signal = clientSignal();
  return ofSession.run(sessionHash, () => ofEvent.run(eventId, () => read(signal), signal), signal);
}

function parse({ sessionHash }: Actor, eventId: string): { id: string; sessionHash: string } {
  if (!sessionHash) throw notSignedIn();
  const id = EventId.safeParse(eventId);
  if (!id.success) throw noSuchEvent();
  return { id: id.data, sessionHash };
}

async function admit(
  sql: Sql,
  eventId: string,
  sessionHash: string,
  permission: Permission,
): Promise<Member> {
  const member = await findMember(sql, eventId, sessionHash);
  if (!member) throw noSuchEvent();
  requireMay(member.role, permission);
  // A file holds what was ticked: whoever does not see everything gets none.
  if (permission === "people.export" && !sightsAll(member.sight)) throw notAllowed();
  return member;
}

function requireMay(role: Role, permission: Permission): void {
  if (!may(role, permission)) throw notAllowed();
}

function notAllowed(): AppError {
  return new AppError("forbidden", "Your role in this event does not allow this.");
}

function notSignedIn(): AppError {
  return new AppError("unauthenticated", "Connect your event to see it.");
}

function noSuchEvent(): AppError {
  return new AppError("not_found", "There is no such event here.");
}

type SeatRow = {
  id: string;
  role: Role;
  level: SightLevel | null;
  hide_others: boolean | null;
  is_blind: boolean | null;
  blind_fields: string[] | null;
  is_reviewed: boolean;
};

async function findMember(
  sql: Sql,
  eventId: string,
  sessionHash: string,
): Promise<Member | undefined> {
  const found = await sql.query<SeatRow>({
    name: "find-member",
    text: `SELECT m.id, m.role, l.level, r.hide_others, r.is_blind, r.blind_fields,
        EXISTS (SELECT FROM application_reviews a WHERE a.event_id = $1) AS is_reviewed
      FROM member_sessions s
      JOIN members m ON m.event_id = s.event_id AND m.id = s.member_id AND m.revoked_at IS NULL
      LEFT JOIN role_levels l ON l.event_id = m.event_id AND l.role = m.role
      LEFT JOIN review_settings r ON r.event_id = m.event_id
      WHERE s.event_id = $1 AND s.session_hash = $2`,
    values: [eventId, sessionHash],
  });
  const row = found.rows[0];
  if (!row) return undefined;
  const level = row.role === "owner" ? "everything" : (row.level ?? USUAL_LEVELS[row.role]);
  const ratings = ratingSightOf(row.role, row.hide_others ?? USUAL_HIDES_OTHERS);
  const blind = row.is_blind && reviewsBlindly(row.role) ? (row.blind_fields ?? []) : null;
  return {
    memberId: row.id,
    role: row.role,
    sight: sightOf(level, { ratings, blind }),
    isReviewed: row.is_reviewed,
  };
}
