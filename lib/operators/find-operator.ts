import { withSystemSql } from "@/lib/db";
import { hashSessionId } from "@/lib/session-id";
import type { OperatorActor } from "./operator";
import { readOperatorSession } from "./read-operator-session";

/**
 * The actor behind an operator's cookie: nobody, unless its session is good at this moment. A request
 * keeps the session for another 30 minutes, within its 8 hours; that is written at most once a minute.
 */
export async function findOperator(cookie: string | undefined): Promise<OperatorActor> {
  const hash = hashSessionId(cookie);
  if (!hash) return { operatorSessionHash: null };
  return withSystemSql(async (sql) => {
    if (!(await readOperatorSession(sql, hash))) return { operatorSessionHash: null };
    await sql.query(
      `UPDATE operator_sessions SET last_seen_at = now()
       WHERE id_hash = $1 AND last_seen_at < now() - interval '1 minute'`,
      [hash],
    );
    return { operatorSessionHash: hash };
  });
}
