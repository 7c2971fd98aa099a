import type { Sql } from "@/lib/db";
import { zoneClock } from "@/lib/zone-clock-view";

export type Wave = { id: string; opensAt: Date | null; closesAt: Date | null };

/**
 * What of the event its list's questions speak of: its time zone, by the name that pages show and by the one that
 * PostgreSQL takes, and its waves of registration.
 */
export type ListContext = { zone: string; zoneInSql: string; waves: Wave[] };

const NOTHING: ListContext = { zone: "UTC", zoneInSql: "UTC", waves: [] };
const DAYS_IN_ZONE = ["submitted", "registered", "reviewed", "updated"];

/** Zones that PostgreSQL was asked about. Asking takes it longer than a page. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 1_000;

/** Reads what the named fields need, and nothing for those that need nothing. */
export async function readListContext(
  sql: Sql,
  eventId: string,
  fields: string[],
): Promise<ListContext> {
  const context = { ...NOTHING };
  if (fields.some((field) => DAYS_IN_ZONE.includes(field))) {
    Object.assign(context, await readZone(sql, eventId));
  }
  if (fields.includes("wave")) context.waves = await readWaves(sql, eventId);
  return context;
}

/** The zone by whose clock pages and files tell times, so that a list's days are theirs. */
async function readZone(
  sql: Sql,
  eventId: string,
): Promise<Pick<ListContext, "zone" | "zoneInSql">> {
  const found = await sql.query<{ timezone: string | null }>(
    "SELECT timezone FROM events WHERE event_id = $1",
    [eventId],
  );
  const { zone } = zoneClock(found.rows[0]?.timezone ?? null);
  // PostgreSQL takes a sign as POSIX does, for what has to be added to come to UTC.
  if (/^[+-]/.test(zone)) return { zone, zoneInSql: `<${zone}>${invertedSign(zone)}` };
  if (!known.has(zone)) {
    const { rowCount } = await sql.query(
      "SELECT 1 FROM pg_timezone_names WHERE lower(name) = lower($1)",
      [zone],
    );
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(zone, rowCount !== 0);
  }
  return { zone, zoneInSql: known.get(zone) ? zone : "UTC" };
}

function invertedSign(offset: string): string {
  return (offset.startsWith("-") ? "+" : "-") + offset.slice(1);
}

/** The first 200, as the program has them. */
async function readWaves(sql: Sql, eventId: string): Promise<Wave[]> {
  const { rows } = await sql.query<Wave>(
    `SELECT wave_id AS id, opens_at AS "opensAt", closes_at AS "closesAt"
     FROM (SELECT * FROM registration_waves WHERE event_id = $1
       ORDER BY opens_at NULLS LAST, wave_id LIMIT 200) AS waves
     ORDER BY opens_at NULLS FIRST, wave_id`,
    [eventId],
  );
  return rows;
}
