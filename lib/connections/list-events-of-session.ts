import { withSystemSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import type { Role } from "@/lib/members/role-view";
import { countsByStatusSql } from "./counts-by-status";
import type { EventCardView } from "./event-card-view";

type Row = {
  event_id: string;
  title: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  timezone: string | null;
  publish_status: string | null;
  state: string;
  role: Role;
  counts: Record<string, number> | null;
  is_part: boolean;
};

/** The events of this session's memberships, the soonest first. Nobody's session has none. */
export async function listEventsOfSession(actor: Actor): Promise<EventCardView[]> {
  if (!actor.sessionHash) return [];
  return withSystemSql(async (sql) => {
    const found = await sql.query<Row>(
      `SELECT m.event_id, m.role, c.state, e.title, e.starts_at, e.ends_at, e.timezone,
         e.publish_status, (
           SELECT jsonb_object_agg(status, count) FROM (${countsByStatusSql("m.event_id")}) AS counted
         ) AS counts,
         EXISTS (SELECT FROM sync_runs r WHERE r.event_id = m.event_id AND r.state IN ('queued', 'running'))
           AND NOT EXISTS (SELECT FROM sync_runs r WHERE r.event_id = m.event_id AND r.state = 'completed') AS is_part
       FROM member_sessions AS s
       JOIN members AS m ON m.event_id = s.event_id AND m.id = s.member_id
       JOIN connections AS c ON c.event_id = m.event_id
       LEFT JOIN events AS e ON e.event_id = m.event_id
       WHERE s.session_hash = $1 AND m.revoked_at IS NULL
       ORDER BY e.starts_at NULLS LAST, m.event_id LIMIT 500`,
      [actor.sessionHash],
    );
    return found.rows.map(viewCard);
  });
}

function viewCard(row: Row): EventCardView {
  return {
    eventId: row.event_id,
    title: row.title,
    startsAt: row.starts_at?.toISOString() ?? null,
    endsAt: row.ends_at?.toISOString() ?? null,
    timezone: row.timezone,
    publishStatus: row.publish_status,
    connectionState: row.state,
    role: row.role,
    counts: row.role === "door" ? {} : (row.counts ?? {}),
    isPart: row.is_part,
  };
}
