import type { Sql } from "@/lib/db";
import { isAdmitted } from "./is-admitted";
import type { Operator } from "./operator";

/** A session ends after this without a request. */
const IDLE = "30 minutes";

type Session = { operator: Operator; expiresAt: Date };

/**
 * The session behind a hash, with the moment it ends if nothing more is asked. Undefined for one that is
 * unknown, idle for 30 minutes, past its end, or of somebody who is no operator any more.
 */
export async function readOperatorSession(sql: Sql, hash: string): Promise<Session | undefined> {
  const found = await sql.query<{ operator: string; expires_at: Date }>({
    name: "read-operator-session",
    text: `SELECT operator, least(expires_at, last_seen_at + $2::interval) AS expires_at
      FROM operator_sessions
      WHERE id_hash = $1 AND expires_at > now() AND last_seen_at > now() - $2::interval`,
    values: [hash, IDLE],
  });
  const row = found.rows[0];
  if (!row || !isAdmitted(row.operator)) return undefined;
  return { operator: { name: row.operator }, expiresAt: row.expires_at };
}
