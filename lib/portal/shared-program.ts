import type { Sql } from "@/lib/db";
import type { ActivityView, PlacedActivityView } from "@/lib/program/program-view";
import { readProgram } from "@/lib/program/read-program";
import { etagOf, type PortalProgramView, type PublicVersion } from "./portal-program-view";

/** One program for everybody who looks at it, and the same as JSON. */
export type SharedProgram = { view: PortalProgramView; json: string; etag: string };

type Kept = { etag: string; program: Promise<SharedProgram>; timer: NodeJS.Timeout };

/** Nobody has looked at it for so long. */
const KEPT_MS = 60_000;
const MOST_KEPT = 100;

// Next loads its own copy of this module for pages, for routes, and beside the server's.
const shared = globalThis as typeof globalThis & { foyerPrograms?: Map<string, Kept> };

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
  shared.foyerPrograms ??= new Map();
  const programs = shared.foyerPrograms;
  const known = programs.get(eventId);
  const make = async (): Promise<SharedProgram> => {
    const program = await readProgram(sql, eventId);
    const activities = program.activities.map(viewOf);
    const view = { ...program, activities, version };
    return { view, json: JSON.stringify(view), etag };
  };
  if (known?.etag === etag) {
    known.timer.refresh();
    // Whoever reads it may leave in the middle: then everybody else reads it themselves.
    return known.program.catch(make);
  }
  const program = make();
  if (version.seq > 0) keep(programs, eventId, { etag, program });
  return program;
}

/** Participants know threads and places by their names. */
function viewOf({ threadId: _, locationId: __, ...activity }: PlacedActivityView): ActivityView {
  return activity;
}

function keep(programs: Map<string, Kept>, eventId: string, kept: Omit<Kept, "timer">): void {
  clearTimeout(programs.get(eventId)?.timer);
  programs.delete(eventId);
  const timer = setTimeout(forget, KEPT_MS);
  timer.unref();
  function forget(): void {
    if (programs.get(eventId)?.program === kept.program) programs.delete(eventId);
  }
  programs.set(eventId, { ...kept, timer });
  kept.program.catch(forget);
  const [oldest] = programs.keys();
  if (programs.size > MOST_KEPT && oldest !== undefined) programs.delete(oldest);
}
