import type { Sql } from "@/lib/db";

const TABLES = [
  "program_days",
  "threads",
  "locations",
  "registration_waves",
  "activities",
] as const;

/**
 * Deletes the rows of the program that nothing has confirmed since `since` (our clock): what a
 * completed pass, begun then, did not see. Answers how many. Only after a completed pass of all five
 * resources, under `lockMirror`.
 */
export async function removeUnseenProgram(sql: Sql, eventId: string, since: Date): Promise<number> {
  let removed = 0;
  for (const table of TABLES) {
    const answer = await sql.query(
      `DELETE FROM ${table} WHERE event_id = $1 AND mirrored_at < $2`,
      [eventId, since],
    );
    removed += answer.rowCount ?? 0;
  }
  return removed;
}
