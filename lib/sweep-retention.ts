import { withSystemSql } from "@/lib/db";

/** What has served its purpose, by table, and after how long. */
const KEPT: Record<string, string> = {
  // Longer than any budget looks back.
  api_calls: "started_at < now() - interval '2 hours'",
  // A page that was away longer loads anew.
  changes: "at < now() - interval '1 day'",
  connect_attempts: "expires_at < now()",
  sessions: "expires_at < now()",
  portal_sessions: "expires_at < now()",
  handoffs: "expires_at < now()",
  spent_sign_ins: "expires_at < now()",
  worker_heartbeats: "seen_at < now() - interval '1 day'",
};

/** Deletes what is no longer needed, of all events. Answers how many rows, by table. */
export async function sweepRetention(): Promise<Record<string, number>> {
  const swept: Record<string, number> = {};
  for (const [table, isOver] of Object.entries(KEPT)) {
    swept[table] = await withSystemSql(
      async (sql) => (await sql.query(`DELETE FROM ${table} WHERE ${isOver}`)).rowCount ?? 0,
    );
  }
  return swept;
}
