import type { Sql } from "@/lib/db";
import { storableText } from "@/lib/storable-text";
import type { AgendaView } from "./agenda-view";
import { countWrite } from "./count-write";
import { readStarred } from "./read-starred";
import type { Visitor } from "./visitor";
import { changeEventAsParticipant } from "./with-participant";

/** Revento's id of an activity, as a path brings it. */
const ActivityId = storableText(200).min(1);

/** Whose agenda, in which event, and which activity is put on it or taken off. */
export type AgendaEntry = { eventId: string; userId: string; activityId: string };

/**
 * What starring and unstarring have in common: `write` answers whether it changed anything, and the
 * person's other open pages hear of it.
 */
export async function changeAgenda(
  visitor: Visitor,
  raw: string,
  write: (sql: Sql, entry: AgendaEntry) => Promise<boolean>,
): Promise<AgendaView> {
  const { eventId } = visitor;
  return changeEventAsParticipant(visitor, async ({ sql, changed }, { userId }) => {
    // After the guard: whoever is not signed in learns nothing, not even what an id looks like.
    const activityId = ActivityId.parse(raw);
    countWrite(eventId, userId);
    if (await write(sql, { eventId, userId, activityId })) changed("agenda", [userId]);
    return { starred: await readStarred(sql, eventId, userId) };
  });
}
