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
