import type { AgendaView } from "./agenda-view";
import { readStarred } from "./read-starred";
import { sharedProgram } from "./shared-program";
import type { Visitor } from "./visitor";
import { withParticipant } from "./with-participant";

/** The program, as JSON of a `PortalProgramView`, and what of it is one's own. Throws AppError `unauthenticated`. */
export async function getProgramAndAgenda(
  visitor: Visitor,
): Promise<{ program: string; agenda: AgendaView }> {
  const { eventId } = visitor;
  return withParticipant(visitor, async (sql, { userId }) => {
    const [{ json }, starred] = await Promise.all([
      sharedProgram(sql, eventId),
      readStarred(sql, eventId, userId),
    ]);
    return { program: json, agenda: { starred } };
  });
}
