import type { Sql } from "@/lib/db";
import type { ActivityFillView } from "./insights-view";

const MOST_SHOWN = 7;

const STATEMENT = `
  SELECT activity_id, title, starts_at, coalesce(signed_up_count, 0) AS taken, capacity,
    coalesce(waitlist_count, 0) AS waiting,
    count(*) OVER ()::int AS limited,
    count(*) FILTER (WHERE signed_up_count >= capacity) OVER ()::int AS full,
    sum(capacity) OVER ()::float8 AS seats,
    sum(coalesce(signed_up_count, 0)) OVER ()::float8 AS seats_taken,
    sum(coalesce(waitlist_count, 0)) OVER ()::float8 AS waiting_in_all
  FROM activities
  WHERE event_id = $1 AND capacity > 0 AND status IS DISTINCT FROM 'cancelled'
  ORDER BY coalesce(signed_up_count, 0)::float8 / capacity DESC, waiting DESC, starts_at, activity_id
  LIMIT ${MOST_SHOWN}`;

type Row = {
  activity_id: string;
  title: string;
  starts_at: Date | null;
  taken: number;
  capacity: number;
  waiting: number;
  limited: number;
  full: number;
  seats: number;
  seats_taken: number;
  waiting_in_all: number;
};

/** The fullest of the activities that have a capacity and take place. */
export async function readActivityFill(sql: Sql, eventId: string): Promise<ActivityFillView> {
  const { rows } = await sql.query<Row>(STATEMENT, [eventId]);
  const [first] = rows;
  return {
    fullest: rows.map((row) => ({
      activityId: row.activity_id,
      title: row.title,
      startsAt: row.starts_at?.toISOString() ?? null,
      signedUpCount: row.taken,
      capacity: row.capacity,
      waitlistCount: row.waiting,
    })),
    limited: first?.limited ?? 0,
    full: first?.full ?? 0,
    seats: first?.seats ?? 0,
    taken: first?.seats_taken ?? 0,
    waiting: first?.waiting_in_all ?? 0,
  };
}
