import { clientSignal } from "@/lib/client-signal";
import { readEventSql, type Sql, withEventSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { EventId } from "@/lib/event-id";
import { Slots } from "@/lib/slots";
import type { Actor, Role } from "./actor";

const RANK: Record<Role, number> = { owner: 5, manager: 4, reviewer: 3, check_in: 2, viewer: 1 };

/** The seat of whoever asks, in the event at hand. */
export type Member = { memberId: string; role: Role };

type Work<T> = (sql: Sql, member: Member) => Promise<T>;

/**
 * The guard of `requireRole` and the work it guards in one transaction of the event. Throws AppError
 * `unauthenticated`, `not_found` or `forbidden` before `work` begins.
 */
export async function withRole<T>(
  actor: Actor,
  eventId: string,
  minimum: Role,
  work: Work<T>,
): Promise<T> {
  const { id, sessionHash } = parse(actor, eventId);
  return withEventSql(id, async (sql) => {
    return work(sql, await admit(sql, id, sessionHash, minimum));
  });
}

/**
 * {@link withRole} for work that only reads: the database refuses to write, and nobody waits for its end. Throws
 * AppError `busy` as well, and ends when the client that asked has left.
 */
export async function readWithRole<T>(
  actor: Actor,
  eventId: string,
  minimum: Role,
  work: Work<T>,
): Promise<T> {
  const { id, sessionHash } = parse(actor, eventId);
  const signal = clientSignal();
  const admitted: (sql: Sql) => Promise<T> = async (sql) =>
    work(sql, await admit(sql, id, sessionHash, minimum));
  const read = () => readEventSql(id, admitted, signal);
  return ofSession.run(sessionHash, () => ofEvent.run(id, read, signal), signal);
}

/**
 * What reads of one browser, and of one event, may take of the database at a time: an organizer who asks for
 * much holds up nobody else.
 */
const ofSession = new Slots({ most: 2, patienceMs: 5_000 });
const ofEvent = new Slots({ most: 3, patienceMs: 5_000 });

function parse({ sessionHash }: Actor, eventId: string): { id: string; sessionHash: string } {
  if (!sessionHash) throw new AppError("unauthenticated", "Connect your event to see it.");
  const id = EventId.safeParse(eventId);
  if (!id.success) throw noSuchEvent();
  return { id: id.data, sessionHash };
}

async function admit(
  sql: Sql,
  eventId: string,
  sessionHash: string,
  minimum: Role,
): Promise<Member> {
  const member = await findMember(sql, eventId, sessionHash);
  if (!member) throw noSuchEvent();
  if (RANK[member.role] < RANK[minimum]) {
    throw new AppError("forbidden", "Your role in this event does not allow this.");
  }
  return member;
}

function noSuchEvent(): AppError {
  return new AppError("not_found", "There is no such event here.");
}

async function findMember(
  sql: Sql,
  eventId: string,
  sessionHash: string,
): Promise<Member | undefined> {
  const found = await sql.query<{ id: string; role: Role }>({
    name: "find-member",
    text: `SELECT id, role FROM members
      WHERE event_id = $1 AND session_hash = $2 AND revoked_at IS NULL`,
    values: [eventId, sessionHash],
  });
  const row = found.rows[0];
  return row && { memberId: row.id, role: row.role };
}
