import { LRUCache } from "lru-cache";
import type { Sql } from "@/lib/db";
import type { ActivityView, PlacedActivityView } from "@/lib/program/program-view";
import { readProgram } from "@/lib/program/read-program";
import { etagOf, type PortalProgramView, type PublicVersion } from "./portal-program-view";

/** One program for everybody who looks at it, and the same as JSON. */
export type SharedProgram = { view: PortalProgramView; json: string; etag: string };

type Kept = { etag: string; program: Promise<SharedProgram> };

/** One that nobody has looked at for a minute is forgotten. */
const KEPT = { max: 100, ttl: 60_000, ttlAutopurge: true, updateAgeOnGet: true };

// Next loads its own copy of this module for pages, for routes, and beside the server's.
const shared = globalThis as typeof globalThis & { foyerPrograms?: LRUCache<string, Kept> };

/** The version of what everybody in the portal sees; null without a connection. */
async function readPublicVersion(sql: Sql, eventId: string): Promise<PublicVersion | null> {
  const { rows } = await sql.query<{ epoch: number; seq: string }>({
    name: "read-public-version",
    text: `SELECT c.epoch, coalesce(h.public_seq, 0) AS seq FROM connections c
      LEFT JOIN change_heads h ON h.event_id = c.event_id WHERE c.event_id = $1`,
    values: [eventId],
  });
  const [row] = rows;
  return row ? { epoch: row.epoch, seq: Number(row.seq) } : null;
}

/**
 * The program of an event at its latest change, read once for all pages and requests of this process. The caller
 * has judged who asks, in this transaction. What it shows may be newer than its version, never older.
 */
export async function sharedProgram(sql: Sql, eventId: string): Promise<SharedProgram> {
  const version = (await readPublicVersion(sql, eventId)) ?? { epoch: 0, seq: 0 };
  const etag = etagOf(version);
  shared.foyerPrograms ??= new LRUCache(KEPT);
  const programs = shared.foyerPrograms;
  const known = programs.get(eventId);
  const make = async (): Promise<SharedProgram> => {
    const program = await readProgram(sql, eventId);
    const activities = program.activities.map(viewOf);
    const view = { ...program, activities, version };
    return { view, json: JSON.stringify(view), etag };
  };
  // Whoever reads it may leave in the middle: then everybody else reads it themselves.
  if (known?.etag === etag) return known.program.catch(make);
  const program = make();
  if (version.seq === 0) return program;
  programs.set(eventId, { etag, program });
  program.catch(() => {
    if (programs.peek(eventId)?.program === program) programs.delete(eventId);
  });
  return program;
}

/** Participants know threads and places by their names. */
function viewOf({ threadId: _, locationId: __, ...activity }: PlacedActivityView): ActivityView {
  return activity;
}
