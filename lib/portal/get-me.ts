import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "@/lib/db";
import { askAboutMe } from "./ask-about-me";
import { countWrite } from "./count-write";
import { readMyDataExcerpt } from "./get-my-data";
import type { MeView } from "./me-view";
import type { MyDataExcerptView } from "./my-data-view";
import { viewMe } from "./view-me";
import type { Visitor } from "./visitor";
import { type PortalParticipant, withParticipant } from "./with-participant";

/** Webhooks keep the mirror fresh; what they cannot tell is asked for when it is older than this. */
const STALE_AFTER_MS = 5 * 60_000;
/** The first page of a new sign-in waits for Revento no longer than this. */
const FIRST_WAIT_MS = 1_500;

/** That a session is used is noted so often. */
const NOTED_EVERY_MS = 3_600_000;

/**
 * What Foyer knows of the person who is signed in. What is older than five minutes is shown at once and
 * asked for behind the scenes: open pages hear of the answer. Right after the sign-in the answer is
 * waited for, but not long. Throws AppError `unauthenticated`.
 */
export async function getMe(visitor: Visitor): Promise<MeView> {
  return (await readFresh(visitor, readKnown)).me;
}

/** {@link getMe} and `getMyDataExcerpt` of one moment. Throws AppError `unauthenticated`. */
export async function getMeAndMyData(
  visitor: Visitor,
): Promise<{ me: MeView; data: MyDataExcerptView }> {
  const { me, data } = await readFresh(visitor, async (sql, visitor, participant) => ({
    ...(await readKnown(sql, visitor, participant)),
    data: await readMyDataExcerpt(sql, visitor.eventId, participant),
  }));
  return { me, data };
}

type Read<T> = (sql: Sql, visitor: Visitor, participant: PortalParticipant) => Promise<T>;
type Known = { me: MeView; participant: PortalParticipant };

async function readFresh<T extends Known>(visitor: Visitor, read: Read<T>): Promise<T> {
  const readAll = () =>
    withParticipant(visitor, (sql, participant) => read(sql, visitor, participant));
  const known = await readAll();
  if (!isStale(known.me)) return known;
  const asked = askAboutMe(visitor.eventId, known.participant);
  if (known.me.check.at !== null) return known;
  await Promise.race([asked, sleep(FIRST_WAIT_MS, undefined, { ref: false })]);
  return readAll();
}

/**
 * {@link getMe} with Revento's answer waited for, for a person who asked to look again. Throws AppError
 * `rate_limited` too.
 */
export async function refreshMe(visitor: Visitor): Promise<MeView> {
  const { eventId } = visitor;
  const read = () => withParticipant(visitor, (sql, whose) => readKnown(sql, visitor, whose));
  const { participant } = await read();
  countWrite(eventId, participant.userId);
  await askAboutMe(eventId, participant);
  return (await read()).me;
}

function isStale({ check }: MeView): boolean {
  return check.at === null || Date.now() - Date.parse(check.at) > STALE_AFTER_MS;
}

async function readKnown(
  sql: Sql,
  { eventId, sessionHash }: Visitor,
  participant: PortalParticipant,
): Promise<Known> {
  if (Date.now() - participant.lastSeenAt.getTime() > NOTED_EVERY_MS) {
    await sql.query(
      "UPDATE portal_sessions SET last_seen_at = now() WHERE event_id = $1 AND id_hash = $2",
      [eventId, sessionHash],
    );
  }
  return { participant, me: await viewMe(sql, eventId, participant) };
}
