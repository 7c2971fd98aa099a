import type { Sql } from "@/lib/db";
import { type EventClock, eventClock } from "./event-clock";
import type { ExportNames, Wave } from "./export-columns";

/** What a file says of its event: its title, its clock, its waves in the order they open, and what is called how. */
export async function readEvent(
  sql: Sql,
  eventId: string,
): Promise<{
  title: string;
  clock: EventClock;
  waves: Wave[];
  names: ExportNames;
}> {
  const events = await sql.query<{ title: string; timezone: string | null }>(
    "SELECT title, timezone FROM events WHERE event_id = $1",
    [eventId],
  );
  const waves = await sql.query<Wave>(
    `SELECT coalesce(nullif(title, ''), wave_id) AS title, opens_at AS "opensAt",
       closes_at AS "closesAt"
     FROM registration_waves WHERE event_id = $1 ORDER BY opens_at NULLS FIRST, wave_id`,
    [eventId],
  );
  const named = async (ids: string): Promise<Map<string, string>> => {
    const { rows } = await sql.query<{ id: string; name: string }>(ids, [eventId]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  const event = events.rows[0];
  return {
    title: event?.title ?? "",
    clock: eventClock(event?.timezone ?? null),
    waves: waves.rows,
    names: {
      reviewers: await named(
        "SELECT reviewer_id AS id, name FROM reviewer_names WHERE event_id = $1",
      ),
      labels: await named("SELECT id, name FROM labels WHERE event_id = $1"),
      members: await named("SELECT id, name FROM members WHERE event_id = $1 AND name IS NOT NULL"),
    },
  };
}
