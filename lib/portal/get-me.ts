import { setTimeout as sleep } from "node:timers/promises";
import { askAboutMe } from "./ask-about-me";
import { countWrite } from "./count-write";
import type { MeView } from "./me-view";
import { viewMe } from "./view-me";
import type { Visitor } from "./visitor";
import { type PortalParticipant, withParticipant } from "./with-participant";

/** Webhooks keep the mirror fresh; what they cannot tell is asked for when it is older than this. */
const STALE_AFTER_MS = 5 * 60_000;
/** The first page of a new sign-in waits for Revento no longer than this. */
const FIRST_WAIT_MS = 1_500;

/** That a session is used is noted so often. */
const NOTED_EVERY_MS = 3_600_000;

type Known = { me: MeView; participant: PortalParticipant };

/**
 * What Foyer knows of the person who is signed in. What is older than five minutes is shown at once and
 * asked for behind the scenes: open pages hear of the answer. Right after the sign-in the answer is
 * waited for, but not long. Throws AppError `unauthenticated`.
 */
export async function getMe(visitor: Visitor): Promise<MeView> {
  const { me, participant } = await read(visitor);
  if (!isStale(me)) return me;
  const asked = askAboutMe(visitor.eventId, participant);
  if (me.check.at !== null) return me;
  await Promise.race([asked, sleep(FIRST_WAIT_MS, undefined, { ref: false })]);
  return (await read(visitor)).me;
}

/**
 * {@link getMe} with Revento's answer waited for, for a person who asked to look again. Throws AppError
 * `rate_limited` too.
 */
export async function refreshMe(visitor: Visitor): Promise<MeView> {
  const { participant } = await read(visitor);
  countWrite(visitor.eventId, participant.userId);
  await askAboutMe(visitor.eventId, participant);
  return (await read(visitor)).me;
}

function isStale({ check }: MeView): boolean {
  return check.at === null || Date.now() - Date.parse(check.at) > STALE_AFTER_MS;
}

async function read(visitor: Visitor): Promise<Known> {
  const { eventId, sessionHash } = visitor;
  return withParticipant(visitor, async (sql, participant) => {
    if (Date.now() - participant.lastSeenAt.getTime() > NOTED_EVERY_MS) {
      await sql.query(
        "UPDATE portal_sessions SET last_seen_at = now() WHERE event_id = $1 AND id_hash = $2",
        [eventId, sessionHash],
      );
    }
    return { participant, me: await viewMe(sql, eventId, participant) };
  });
}
