import type { Sql } from "@/lib/db";
import { PROGRAM } from "./mirror-program";

/**
 * Deletes the rows of the program that nothing has confirmed since `since` (our clock): what a
 * completed pass, begun then, did not see. Answers how many. Only after a completed pass of all five
 * resources, in a change of the event.
 */
export async function removeUnseenProgram(sql: Sql, eventId: string, since: Date): Promise<number> {
  let removed = 0;
  for (const { name } of PROGRAM) {
    const answer = await sql.query(`DELETE FROM ${name} WHERE event_id = $1 AND mirrored_at < $2`, [
      eventId,
      since,
    ]);
    removed += answer.rowCount ?? 0;
  }
  return removed;
}
