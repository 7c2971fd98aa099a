import { withEventSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";
import type { Role } from "@/lib/members/role-view";

/** Another browser with a seat in the event. */
export async function seatIn(eventId: string, role: Role): Promise<Actor> {
  const { sessionHash } = await createSession();
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO members (event_id, id, session_hash, role)
       VALUES ($1, gen_random_uuid(), $2, $3)`,
      [eventId, sessionHash, role],
    ),
  );
  return { sessionHash };
}
