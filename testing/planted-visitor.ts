import { encode } from "next-auth/jwt";
import { withEventSql } from "@/lib/db";
import { env } from "@/lib/env";
import { portalCookieName } from "@/lib/portal/portal-cookie";
import type { Visitor } from "@/lib/portal/visitor";
import { hashSessionId, newSessionId } from "@/lib/session-id";
import { plantConnection } from "./plant-connection";

/** Who asks, and the `Cookie` header their browser sends. */
export type PlantedVisitor = Visitor & { cookie: string };

/** Signs somebody in to an event's portal by rows alone: a connection, their grant, a session. */
export async function plantVisitor(
  eventId: string,
  userId: string,
  scopes = ["profile.read", "event.attendance"],
): Promise<PlantedVisitor> {
  await plantConnection({ eventId });
  const sid = newSessionId();
  const sessionHash = hashSessionId(sid);
  await withEventSql(eventId, async (sql) => {
    await sql.query(
      `INSERT INTO grants (event_id, user_id, state, cause, state_since, scopes, granted_at)
       VALUES ($1, $2, 'active', 'signed_in', now(), $3, now()) ON CONFLICT DO NOTHING`,
      [eventId, userId, scopes],
    );
    await sql.query(
      `INSERT INTO portal_sessions (event_id, id_hash, user_id, grant_epoch, is_framed, expires_at)
       VALUES ($1, $2, $3, 1, false, now() + interval '1 day')`,
      [eventId, sessionHash, userId],
    );
  });
  const value = await encode({ token: { sid, event_id: eventId }, secret: env().NEXTAUTH_SECRET });
  return { eventId, sessionHash, cookie: `${portalCookieName(eventId)}=${value}` };
}
