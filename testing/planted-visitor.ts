import { encode } from "next-auth/jwt";
import { withEventSql } from "@/lib/db";
import { env } from "@/lib/env";
import { portalCookieName } from "@/lib/portal/portal-cookie";
import type { Visitor } from "@/lib/portal/visitor";
import { hashSessionId, newSessionId } from "@/lib/session-id";

/** Who asks, and the `Cookie` header their browser sends. */
export type PlantedVisitor = Visitor & { cookie: string };

/** Connects an event by rows alone, without a token; once more does nothing. */
export async function plantConnection(eventId: string): Promise<void> {
  await withEventSql(eventId, (sql) =>
    sql.query(
      `INSERT INTO connections (event_id, organization_id, state, cause, state_since, connected_at)
       VALUES ($1, 'org_a', 'active', 'connected', now(), now()) ON CONFLICT DO NOTHING`,
      [eventId],
    ),
  );
}

/** Signs somebody in to an event's portal by rows alone: a connection, their grant, a session. */
export async function plantVisitor(
  eventId: string,
  userId: string,
  scopes = ["profile.read", "event.attendance"],
): Promise<PlantedVisitor> {
  await plantConnection(eventId);
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
