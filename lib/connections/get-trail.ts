import type { Actor } from "@/lib/members/actor";
import { readWithRole } from "@/lib/members/with-role";
import { readTrail } from "./read-trail";
import type { TrailView } from "./trail-view";

const MOST_ENTRIES = 100;

/**
 * What happened to an event's connection, and what Foyer's staff did with it and why, for any of its
 * members. Nobody is named: neither staff nor members. Throws AppError `unauthenticated`, `not_found`.
 */
export async function getTrail(actor: Actor, { eventId }: { eventId: string }): Promise<TrailView> {
  return readWithRole(actor, eventId, "viewer", async (sql) => ({
    entries: await readTrail(sql, eventId, { limit: MOST_ENTRIES }),
  }));
}
