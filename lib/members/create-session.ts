import { withSystemSql } from "@/lib/db";
import { hashSessionId, newSessionId } from "@/lib/session-id";

/**
 * A new session without any membership. `cookie` goes to the browser and nowhere else. It ends after
 * 30 days without a visit.
 */
export async function createSession(): Promise<{ cookie: string; sessionHash: string }> {
  const cookie = newSessionId();
  const sessionHash = hashSessionId(cookie);
  if (!sessionHash) throw new Error("a new session id has the wrong shape");
  await withSystemSql((sql) =>
    sql.query(
      "INSERT INTO sessions (id_hash, expires_at) VALUES ($1, now() + interval '30 days')",
      [sessionHash],
    ),
  );
  return { cookie, sessionHash };
}
