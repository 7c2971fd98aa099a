import type { Sql } from "@/lib/db";

/**
 * The ids of a person's starred activities that the program still has, in its order of time. The
 * star of an activity that is gone stays stored, and comes back with it.
 */
export async function readStarred(sql: Sql, eventId: string, userId: string): Promise<string[]> {
  const found = await sql.query<{ activity_id: string }>(
    `SELECT a.activity_id FROM starred_activities s
     JOIN activities a ON a.event_id = $1 AND a.activity_id = s.activity_id
     WHERE s.event_id = $1 AND s.user_id = $2
     ORDER BY a.starts_at NULLS LAST, a.activity_id`,
    [eventId, userId],
  );
  return found.rows.map((row) => row.activity_id);
}
