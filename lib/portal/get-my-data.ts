import type { Sql } from "@/lib/db";
import { ANSWER_CHARACTERS, CHANGE_CHARACTERS, excerptOf } from "@/lib/participants/excerpt";
import { readApplication } from "./my-data/read-application";
import { readAudit } from "./my-data/read-audit";
import { readSignIn } from "./my-data/read-sign-in";
import { readStars } from "./my-data/read-stars";
import { readTraces } from "./my-data/read-traces";
import type { MyDataExcerptView, MyDataGroupView, MyDataView } from "./my-data-view";
import type { Visitor } from "./visitor";
import { type PortalParticipant, withParticipant } from "./with-participant";

/** Of each group a page shows so many entries, and about so many characters together. */
const MOST_ENTRIES = 200;
const MOST_CHARACTERS = 262_144;

const READERS = [readApplication, readSignIn, readStars, readTraces, readAudit];

/**
 * Everything Foyer holds about the person who is signed in, in this event, whatever they allowed
 * Foyer to read anew: it is theirs. Secrets and other people's ids stay out. Throws AppError
 * `unauthenticated`.
 */
export async function getMyData(visitor: Visitor): Promise<MyDataView> {
  return withParticipant(visitor, (sql, participant) =>
    readMyData(sql, visitor.eventId, participant),
  );
}

async function readMyData(
  sql: Sql,
  eventId: string,
  { userId, participantIds }: PortalParticipant,
): Promise<MyDataView> {
  const person = { eventId, userId, participantIds };
  // One after the other on one connection, but nobody waits between them.
  const groups = await Promise.all(READERS.map((read) => read(sql, person)));
  return { eventId, userId, at: new Date().toISOString(), groups: groups.flat() };
}

/** {@link getMyData} as far as a page shows it, however much there is. Throws AppError `unauthenticated`. */
export async function getMyDataExcerpt(visitor: Visitor): Promise<MyDataExcerptView> {
  return withParticipant(visitor, (sql, participant) =>
    readMyDataExcerpt(sql, visitor.eventId, participant),
  );
}

/** {@link getMyDataExcerpt} of somebody who is known to be signed in. */
export async function readMyDataExcerpt(
  sql: Sql,
  eventId: string,
  participant: PortalParticipant,
): Promise<MyDataExcerptView> {
  const { groups, ...data } = await readMyData(sql, eventId, participant);
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
