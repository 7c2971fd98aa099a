import type { Sql } from "@/lib/db";
import type { FeedPlace } from "./feed-cursor";
import type { PersonEntryView } from "./feed-view";

type Row = {
  id: string;
  recorded_at: Date;
  occurred_at: Date;
  participant_id: string;
  name: string | null;
  has_applied: boolean;
  kind: string;
  status: string | null;
  changed: string[];
  removed: boolean | null;
  actor_id: string | null;
};

/** What Foyer has recorded of the event's people after `place`, the newest first. */
export async function readPersonEntries(
  sql: Sql,
  eventId: string,
  place: FeedPlace | null,
  limit: number,
): Promise<PersonEntryView[]> {
  // The person's own source is the first of a moment: a cursor of another one has passed it.
  const after = place?.source === "person" ? place.id : null;
  const { rows } = await sql.query<Row>(
    `SELECT h.id::text, h.recorded_at, h.occurred_at, h.participant_id, p.name,
       p.status IS NOT NULL AS has_applied, h.kind, h.status,
       ARRAY(SELECT jsonb_object_keys(h.changes) ORDER BY 1) AS changed,
       (h.changes #>> '{removed,1}')::boolean AS removed, h.actor_id
     FROM (
       SELECT * FROM participant_history
       WHERE event_id = $1 AND ($2::timestamptz IS NULL
         OR (recorded_at, id) < ($2::timestamptz, coalesce($3::bigint, 0)))
       ORDER BY recorded_at DESC, id DESC LIMIT $4
     ) AS h
     JOIN participants AS p ON p.event_id = $1 AND p.participant_id = h.participant_id
     ORDER BY h.recorded_at DESC, h.id DESC`,
    [eventId, place?.at ?? null, after, limit],
  );
  return rows.map((row) => ({
    source: "person",
    id: row.id,
    at: row.recorded_at.toISOString(),
    occurredAt: row.occurred_at.toISOString(),
    participantId: row.participant_id,
    name: row.name,
    hasApplied: row.has_applied,
    kind: row.kind,
    status: row.status,
    changed: row.changed,
    isRemoved: row.removed,
    actorId: row.actor_id,
  }));
}
