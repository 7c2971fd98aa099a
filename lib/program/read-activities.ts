import type { Sql } from "@/lib/db";
import type { PlacedActivityView } from "./program-view";

type ActivityRow = {
  activity_id: string;
  title: string;
  description: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  day: string | null;
  status: string | null;
  thread_id: string | null;
  thread: string | null;
  location_id: string | null;
  place: string | null;
  capacity: number | null;
  signed_up_count: number | null;
  waitlist_count: number | null;
  capacity_state: string | null;
  version_at: Date;
};

/** An activity, and the moment on Revento's clock that it shows. */
export type KnownActivity = { activity: PlacedActivityView; versionAt: Date };

/** The event's activities in order of time, those without a start last. The caller authorizes. */
export async function readActivities(sql: Sql, eventId: string): Promise<KnownActivity[]> {
  // A place is three levels deep (contract 4.7). One that lies in nothing known begins its own chain; one that no
  // chain of six reaches, because it is deeper or circular, has its own name only.
  const found = await sql.query<ActivityRow>(
    `WITH RECURSIVE places AS (
       SELECT location_id, name, 1 AS depth FROM locations AS root
       WHERE event_id = $1 AND NOT EXISTS (
         SELECT FROM locations AS l WHERE l.event_id = $1 AND l.location_id = root.parent_id)
       UNION ALL
       SELECT l.location_id, p.name || ' / ' || l.name, p.depth + 1 FROM places AS p
       JOIN locations AS l ON l.event_id = $1 AND l.parent_id = p.location_id
       WHERE p.depth < 6
     )
     SELECT a.activity_id, a.title, a.description, a.starts_at, a.ends_at, a.status, d.date AS day,
       a.thread_id, t.title AS thread, a.location_id, coalesce(p.name, l.name) AS place, a.capacity, a.signed_up_count, a.waitlist_count,
       a.capacity_state, a.version_at
     FROM activities AS a
     LEFT JOIN threads AS t ON t.event_id = $1 AND t.thread_id = a.thread_id
     LEFT JOIN places AS p ON p.location_id = a.location_id
     LEFT JOIN locations AS l ON l.event_id = $1 AND l.location_id = a.location_id
     LEFT JOIN program_days AS d ON d.event_id = $1 AND d.day_id = a.day_id
     WHERE a.event_id = $1
     ORDER BY a.starts_at NULLS LAST, t.position NULLS LAST, a.activity_id`,
    [eventId],
  );
  return found.rows.map((row) => ({ activity: viewActivity(row), versionAt: row.version_at }));
}

function viewActivity(row: ActivityRow): PlacedActivityView {
  return {
    activityId: row.activity_id,
    title: row.title,
    description: row.description,
    startsAt: row.starts_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    ...(row.starts_at === null && row.day !== null && { day: row.day }),
    status: /^cancell?ed$/i.test(row.status ?? "") ? "cancelled" : row.status,
    threadId: row.thread_id,
    thread: row.thread,
    locationId: row.location_id,
    place: row.place,
    capacity: row.capacity,
    signedUpCount: row.signed_up_count,
    waitlistCount: row.waitlist_count,
    capacityState: row.capacity_state,
  };
}
