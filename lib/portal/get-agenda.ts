import type { AgendaView } from "./agenda-view";
import { readStarred } from "./read-starred";
import type { Visitor } from "./visitor";
import { withParticipant } from "./with-participant";

/** One's own agenda. Throws AppError `unauthenticated`. */
export async function getAgenda(visitor: Visitor): Promise<AgendaView> {
  return withParticipant(visitor, async (sql, { userId }) => ({
    starred: await readStarred(sql, visitor.eventId, userId),
  }));
}
