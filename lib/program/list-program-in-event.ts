import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import { findOverlaps } from "./find-overlaps";
import type { ProgramView } from "./program-view";
import { readProgram } from "./read-program";
import { readRegistrationWaves } from "./read-registration-waves";

/**
 * The whole program in order of time, with its waves and with what overlaps in one place. Throws
 * AppError `unauthenticated`, `not_found`.
 */
export async function listProgramInEvent(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<ProgramView> {
  return readWithPermission(actor, eventId, "program.read", async (sql) => {
    const program = await readProgram(sql, eventId);
    const threads = await sql.query<{ threadId: string; title: string }>(
      `SELECT thread_id AS "threadId", title FROM threads
       WHERE event_id = $1 ORDER BY position NULLS LAST, thread_id`,
      [eventId],
    );
    return {
      ...program,
      threads: threads.rows,
      waves: await readRegistrationWaves(sql, eventId),
      overlaps: findOverlaps(program.activities),
    };
  });
}
