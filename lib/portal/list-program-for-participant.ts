import type { PublicProgramView } from "@/lib/program/program-view";
import { readProgram } from "@/lib/program/read-program";
import type { Visitor } from "./visitor";
import { withParticipant } from "./with-participant";

/** The whole program in order of time, for a participant. Throws AppError `unauthenticated`. */
export async function listProgramForParticipant(visitor: Visitor): Promise<PublicProgramView> {
  return withParticipant(visitor, (sql) => readProgram(sql, visitor.eventId));
}
