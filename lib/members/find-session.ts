import { withSystemSql } from "@/lib/db";
import { hashSessionId } from "@/lib/session-id";
import type { Actor } from "./actor";

/**
 * The actor behind a session cookie. An unknown, malformed or expired one is nobody. Every visit
 * moves the end 30 days on; it is written at most once an hour.
 */
export async function findSession(cookie: string | undefined): Promise<Actor> {
  const sessionHash = hashSessionId(cookie);
  if (!sessionHash) return { sessionHash: null };
  return withSystemSql(async (sql) => {
    const found = await sql.query<{ stale: boolean; replaced: boolean }>(
      `SELECT last_seen_at < now() - interval '1 hour' AS stale, replaced_at IS NOT NULL AS replaced
       FROM sessions WHERE id_hash = $1 AND expires_at > now()`,
      [sessionHash],
    );
    const session = found.rows[0];
    if (!session) return { sessionHash: null };
    if (session.replaced) return { sessionHash: null, wasReplaced: true };
    if (session.stale) {
      await sql.query(
        `UPDATE sessions SET last_seen_at = now(), expires_at = now() + interval '30 days'
         WHERE id_hash = $1`,
        [sessionHash],
      );
    }
    return { sessionHash };
  });
}
