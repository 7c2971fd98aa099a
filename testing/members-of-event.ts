import { withEventSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";
import type { Role } from "@/lib/members/role-view";
import { plantSeat } from "./plant-seat";

/** Another browser with a seat in the event. */
export async function seatIn(eventId: string, role: Role): Promise<Actor> {
  const { sessionHash } = await createSession();
  await withEventSql(eventId, (sql) => plantSeat(sql, { eventId, sessionHash, role }));
  return { sessionHash };
}

/** Lets every role of an event see everything of its people. */
export async function letEverybodySeeAll(eventId: string): Promise<void> {
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO role_levels (event_id, role, level)
       SELECT $1, role, 'everything' FROM unnest(ARRAY['manager', 'reviewer', 'viewer']) AS role`,
      [eventId],
    ),
  );
}
