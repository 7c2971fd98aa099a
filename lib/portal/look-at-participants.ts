import DataLoader from "dataloader";
import { urgently, withEventSql } from "@/lib/db";
import type { Visitor } from "./visitor";
import { findParticipants, notSignedIn, type PortalParticipant } from "./with-participant";

/** Looks that are asked for within this time are one. */
const GATHER_MS = 10;
const MOST_AT_ONCE = 1_000;

type Look = { eventId: string; sessionHash: string };

const looks = new DataLoader<Look, PortalParticipant | null, string>(lookAtAll, {
  cache: false,
  maxBatchSize: MOST_AT_ONCE,
  batchScheduleFn: (look) => setTimeout(look, GATHER_MS),
});

/**
 * Who is signed in, for what watches over many people at once: everybody of an event who is asked about within 10 ms
 * is looked up in one statement, and never waits behind pages. Throws AppError `unauthenticated`.
 */
export async function lookAtParticipant({
  eventId,
  sessionHash,
}: Visitor): Promise<PortalParticipant> {
  const found = sessionHash ? await looks.load({ eventId, sessionHash }) : null;
  if (!found) throw notSignedIn();
  return found;
}

async function lookAtAll(asked: readonly Look[]): Promise<(PortalParticipant | Error | null)[]> {
  const found = new Map<string, Map<string, PortalParticipant> | Error>();
  for (const [eventId, ofEvent] of Map.groupBy(asked, (look) => look.eventId)) {
    const hashes = [...new Set(ofEvent.map(({ sessionHash }) => sessionHash))];
    const looked = urgently(() =>
      withEventSql(eventId, (sql) => findParticipants(sql, eventId, hashes)),
    );
    found.set(eventId, await looked.catch((error: Error) => error));
  }
  return asked.map(({ eventId, sessionHash }) => {
    const ofEvent = found.get(eventId);
    return ofEvent instanceof Error ? ofEvent : (ofEvent?.get(sessionHash) ?? null);
  });
}
