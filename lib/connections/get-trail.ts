import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import { readTrail } from "./read-trail";
import type { TrailView } from "./trail-view";

const MOST_ENTRIES = 100;

/**
 * What happened to an event's connection, and what Foyer's staff did with it and why, for any of its
 * members. Nobody is named: neither staff nor members. Throws AppError `unauthenticated`, `not_found`.
 */
export async function getTrail(actor: Actor, { eventId }: { eventId: string }): Promise<TrailView> {
  return readWithPermission(actor, eventId, "audit.read", async (sql) => ({
    entries: await readTrail(sql, eventId, { limit: MOST_ENTRIES }),
  }));
}
