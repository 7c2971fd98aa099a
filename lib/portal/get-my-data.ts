import { ANSWER_CHARACTERS, CHANGE_CHARACTERS, excerptOf } from "@/lib/participants/excerpt";
import { readApplication } from "./my-data/read-application";
import { readAudit } from "./my-data/read-audit";
import { readSessions } from "./my-data/read-sessions";
import { readSignIn } from "./my-data/read-sign-in";
import { readStars } from "./my-data/read-stars";
import { readTraces } from "./my-data/read-traces";
import type { MyDataExcerptView, MyDataGroupView, MyDataView } from "./my-data-view";
import type { Visitor } from "./visitor";
import { withParticipant } from "./with-participant";

/** Of each group a page shows so many entries, and about so many characters together. */
const MOST_ENTRIES = 200;
const MOST_CHARACTERS = 262_144;

const READERS = [readApplication, readSignIn, readSessions, readStars, readTraces, readAudit];

/**
 * Everything Foyer holds about the person who is signed in, in this event, whatever they allowed
 * Foyer to read anew: it is theirs. Secrets and other people's ids stay out. Throws AppError
 * `unauthenticated`.
 */
export async function getMyData(visitor: Visitor): Promise<MyDataView> {
  return withParticipant(visitor, async (sql, { userId, participantIds }) => {
    const { eventId } = visitor;
    const person = { eventId, userId, participantIds };
    // One after the other on one connection, but nobody waits between them.
    const groups = await Promise.all(READERS.map((read) => read(sql, person)));
    return { eventId, userId, at: new Date().toISOString(), groups: groups.flat() };
  });
}

/** {@link getMyData} as far as a page shows it, however much there is. Throws AppError `unauthenticated`. */
export async function getMyDataExcerpt(visitor: Visitor): Promise<MyDataExcerptView> {
  const { groups, ...data } = await getMyData(visitor);
  return { ...data, groups: groups.map(excerptOfGroup) };
}

function excerptOfGroup(group: MyDataGroupView): MyDataExcerptView["groups"][number] {
  const shown: MyDataExcerptView["groups"][number]["data"] = [];
  let left = MOST_CHARACTERS;
  for (const datum of group.data.slice(0, MOST_ENTRIES)) {
    const { value, isCut } = excerptOf(datum.value, ANSWER_CHARACTERS, CHANGE_CHARACTERS);
    left -= (JSON.stringify(value) ?? "").length;
    if (left < 0) break;
    shown.push({ ...datum, value, ...(isCut && { isCut }) });
  }
  const omitted = group.data.length - shown.length;
  return { ...group, data: shown, ...(omitted > 0 && { omitted }) };
}
