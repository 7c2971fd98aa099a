import { withSystemSql } from "@/lib/db";
import { hashSessionId } from "@/lib/session-id";
import type { Actor } from "./actor";
import type { Role } from "./role-view";

type SessionRow = { stale: boolean; replaced: boolean; seat: Role | null };

/**
 * The actor behind a session cookie. An unknown, malformed or expired one is nobody. Every visit
 * moves the end 30 days on; it is written at most once an hour.
 */
export async function findSession(cookie: string | undefined): Promise<Actor> {
  return (await findSessionAndSeat(cookie, null)).actor;
}

/** {@link findSession}, and the role that this browser has in an event, in one look. */
export async function findSessionAndSeat(
  cookie: string | undefined,
  eventId: string | null,
): Promise<{ actor: Actor; seat: Role | null }> {
  const sessionHash = hashSessionId(cookie);
  if (!sessionHash) return NOBODY;
  return withSystemSql(async (sql) => {
    const found = await sql.query<SessionRow>({
      name: "find-session",
      text: `SELECT s.last_seen_at < now() - interval '1 hour' AS stale, s.replaced_at IS NOT NULL AS replaced,
          m.role AS seat
        FROM sessions s
        LEFT JOIN members m
          ON m.event_id = $2 AND m.session_hash = s.id_hash AND m.revoked_at IS NULL
        WHERE s.id_hash = $1 AND s.expires_at > now()`,
      values: [sessionHash, eventId],
    });
    const session = found.rows[0];
    if (!session) return NOBODY;
    if (session.replaced) return { actor: { sessionHash: null, wasReplaced: true }, seat: null };
    if (session.stale) {
      await sql.query(
        `UPDATE sessions SET last_seen_at = now(), expires_at = now() + interval '30 days'
         WHERE id_hash = $1`,
        [sessionHash],
      );
    }
    return { actor: { sessionHash }, seat: session.seat };
  });
}

const NOBODY = { actor: { sessionHash: null }, seat: null } as const;
