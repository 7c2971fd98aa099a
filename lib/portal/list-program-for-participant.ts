import { type SharedProgram, sharedProgram } from "./shared-program";
import type { Visitor } from "./visitor";
import { withParticipant } from "./with-participant";

/** The whole program in order of time, for a participant. Throws AppError `unauthenticated`. */
export async function listProgramForParticipant(visitor: Visitor): Promise<SharedProgram> {
  return withParticipant(visitor, (sql) => sharedProgram(sql, visitor.eventId));
}
