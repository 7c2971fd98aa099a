import { type Sql, withEventSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { requireRole } from "@/lib/members/require-role";
import type { ActivityView, ProgramView } from "./program-view";

type ActivityRow = {
  activity_id: string;
  title: string;
  description: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  status: string | null;
  thread: string | null;
  place: string | null;
  capacity: number | null;
  signed_up_count: number | null;
  waitlist_count: number | null;
  capacity_state: string | null;
};

/** The whole program in order of time. Throws AppError `unauthenticated`, `not_found`. */
export async function listProgramInEvent(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<ProgramView> {
  await requireRole(actor, eventId, "viewer");
  return withEventSql(eventId, async (sql) => {
    const event = await sql.query<{ timezone: string | null }>(
      "SELECT timezone FROM events WHERE event_id = $1",
      [eventId],
    );
    const days = await sql.query<{ date: string; title: string | null }>(
      "SELECT date, title FROM program_days WHERE event_id = $1 ORDER BY date, day_id",
      [eventId],
    );
    const activities = await readActivities(sql, eventId);
    return { timezone: event.rows[0]?.timezone ?? null, days: days.rows, activities };
  });
}

async function readActivities(sql: Sql, eventId: string): Promise<ActivityView[]> {
  // A place is three levels deep (contract 4.7); a longer or circular chain ends at the sixth.
  const found = await sql.query<ActivityRow>(
    `WITH RECURSIVE places AS (
       SELECT location_id, name, 1 AS depth FROM locations
       WHERE event_id = $1 AND parent_id IS NULL
       UNION ALL
       SELECT l.location_id, p.name || ' / ' || l.name, p.depth + 1 FROM places AS p
       JOIN locations AS l ON l.event_id = $1 AND l.parent_id = p.location_id
       WHERE p.depth < 6
     )
     SELECT a.activity_id, a.title, a.description, a.starts_at, a.ends_at, a.status,
       t.title AS thread, p.name AS place, a.capacity, a.signed_up_count, a.waitlist_count,
       a.capacity_state
     FROM activities AS a
     LEFT JOIN threads AS t ON t.event_id = $1 AND t.thread_id = a.thread_id
     LEFT JOIN places AS p ON p.location_id = a.location_id
     WHERE a.event_id = $1
     ORDER BY a.starts_at NULLS LAST, t.position NULLS LAST, a.activity_id`,
    [eventId],
  );
  return found.rows.map((row) => ({
    activityId: row.activity_id,
    title: row.title,
    description: row.description,
    startsAt: row.starts_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    status: row.status,
    thread: row.thread,
    place: row.place,
    capacity: row.capacity,
    signedUpCount: row.signed_up_count,
    waitlistCount: row.waitlist_count,
    capacityState: row.capacity_state,
  }));
}
