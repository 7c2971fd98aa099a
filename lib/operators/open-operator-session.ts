import type { Sql } from "@/lib/db";
import { hashSessionId, newSessionId } from "@/lib/session-id";

/**
 * Puts a new session of an operator into the transaction at hand. It ends after 8 hours, or after 30
 * minutes without a request.
 */
export async function openOperatorSession(
  sql: Sql,
  name: string,
): Promise<{ cookie: string; operatorSessionHash: string }> {
  const cookie = newSessionId();
  const operatorSessionHash = hashSessionId(cookie);
  if (!operatorSessionHash) throw new Error("a new session id has the wrong shape");
  await sql.query(
    `INSERT INTO operator_sessions (id_hash, operator, expires_at)
     VALUES ($1, $2, now() + interval '8 hours')`,
    [operatorSessionHash, name.toLowerCase()],
  );
  return { cookie, operatorSessionHash };
}
