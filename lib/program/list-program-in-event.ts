import type { Actor } from "@/lib/members/actor";
import { withRole } from "@/lib/members/with-role";
import type { ProgramView } from "./program-view";
import { readProgram } from "./read-program";

/** The whole program in order of time. Throws AppError `unauthenticated`, `not_found`. */
export async function listProgramInEvent(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<ProgramView> {
  return withRole(actor, eventId, "viewer", (sql) => readProgram(sql, eventId));
}
