import { randomUUID } from "node:crypto";
import { withEventSql } from "@/lib/db";
import type { Actor, Role } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";

/** An event that nobody is a member of yet. Answers its id. */
export async function plantEvent(): Promise<string> {
  const eventId = `evt_${randomUUID()}`;
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO connections (event_id, organization_id, state, cause, state_since, connected_at)
       VALUES ($1, 'org_a', 'active', 'connected', now(), now())`,
      [eventId],
    ),
  );
  return eventId;
}

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
