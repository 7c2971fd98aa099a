import type { Sql } from "@/lib/db";
import { type EventClock, eventClock } from "./event-clock";
import type { Wave } from "./export-columns";

/** What a file says of its event: its title, its clock, its waves in the order they open, and what its reviewers are called. */
export async function readEvent(
  sql: Sql,
  eventId: string,
): Promise<{
  title: string;
  clock: EventClock;
  waves: Wave[];
  reviewers: Map<string, string>;
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
  const reviewers = await sql.query<{ reviewer_id: string; name: string }>(
    "SELECT reviewer_id, name FROM reviewer_names WHERE event_id = $1",
    [eventId],
  );
  const event = events.rows[0];
  return {
    title: event?.title ?? "",
    clock: eventClock(event?.timezone ?? null),
    waves: waves.rows,
    reviewers: new Map(reviewers.rows.map(({ reviewer_id, name }) => [reviewer_id, name])),
  };
}
