import { readApplication } from "./my-data/read-application";
import { readAudit } from "./my-data/read-audit";
import { readSessions } from "./my-data/read-sessions";
import { readSignIn } from "./my-data/read-sign-in";
import { readStars } from "./my-data/read-stars";
import { readTraces } from "./my-data/read-traces";
import type { MyDataGroupView, MyDataView } from "./my-data-view";
import type { Visitor } from "./visitor";
import { withParticipant } from "./with-participant";

const READERS = [readApplication, readSignIn, readSessions, readStars, readTraces, readAudit];

/**
 * Everything Foyer holds about the person who is signed in, in this event, whatever they allowed
 * Foyer to read anew: it is theirs. Secrets and other people's ids stay out. Throws AppError
 * `unauthenticated`.
 */
export async function getMyData(visitor: Visitor): Promise<MyDataView> {
  return withParticipant(visitor, async (sql, { userId, participantIds }) => {
    const { eventId } = visitor;
    const groups: MyDataGroupView[] = [];
    for (const read of READERS) {
      groups.push(...(await read(sql, { eventId, userId, participantIds })));
    }
    return { eventId, userId, at: new Date().toISOString(), groups };
  });
}
