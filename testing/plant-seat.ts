import { randomUUID } from "node:crypto";

type Runs = { query(text: string, values: unknown[]): Promise<unknown> };
type Seat = {
  eventId: string;
  sessionHash: string | null;
  role?: string;
  name?: string | null;
  revokedAt?: Date | null;
};

/** Gives a session a seat in an event, past every verb. Answers the member's id. */
export async function plantSeat(
  database: Runs,
  { eventId, sessionHash, role = "viewer", name = null, revokedAt = null }: Seat,
): Promise<string> {
  const id = randomUUID();
  await database.query(
    "INSERT INTO members (event_id, id, role, name, revoked_at) VALUES ($1, $2, $3, $4, $5)",
    [eventId, id, role, name, revokedAt],
  );
  await database.query(
    "INSERT INTO member_sessions (event_id, session_hash, member_id) VALUES ($1, $2, $3)",
    [eventId, sessionHash, id],
  );
  return id;
}

/** Gives every session that has a seat in one event the same in another. */
export async function plantSeatsToo(database: Runs, from: string, to: string): Promise<void> {
  await database.query(
    `WITH seats AS (
       SELECT s.session_hash, m.role, gen_random_uuid() AS id FROM member_sessions s
       JOIN members m ON m.event_id = s.event_id AND m.id = s.member_id WHERE s.event_id = $1
     ), planted AS (
       INSERT INTO members (event_id, id, role) SELECT $2, id, role FROM seats
     )
     INSERT INTO member_sessions (event_id, session_hash, member_id) SELECT $2, session_hash, id FROM seats`,
    [from, to],
  );
}
