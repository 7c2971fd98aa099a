import type { Sql } from "@/lib/db";
import { PORTAL_SESSION_S } from "@/lib/portal/portal-cookie";
import { hashSessionId, newSessionId } from "@/lib/session-id";

type NewSession = {
  eventId: string;
  userId: string;
  grantEpoch: number;
  /** On Revento's clock. */
  grantedAt: Date;
  isFramed: boolean;
};

/** A new session of a grant, in the caller's transaction. Answers its id: the cookie's, and nobody else's. */
export async function createPortalSession(
  sql: Sql,
  { eventId, userId, grantEpoch, grantedAt, isFramed }: NewSession,
): Promise<string> {
  const sid = newSessionId();
  await sql.query(
    `INSERT INTO portal_sessions
       (event_id, id_hash, user_id, grant_epoch, granted_at, is_framed, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 second')`,
    [eventId, hashSessionId(sid), userId, grantEpoch, grantedAt, isFramed, PORTAL_SESSION_S],
  );
  return sid;
}
