import type { Sql } from "@/lib/db";
import type { FeedPlace } from "./feed-cursor";
import type { PersonEntryView } from "./feed-view";

type Row = {
  id: string;
  at: Date;
  participant_id: string;
  name: string | null;
  has_applied: boolean;
  kind: string;
  status: string | null;
};

/** SQL of what one column tells happened. Each is limited by itself, so that an index can be walked. */
function told(column: string, kind: string, status: string): string {
  const id = `(${kind} || ' ' || participant_id) COLLATE "C"`;
  return `(SELECT ${id} AS id, ${column} AS at, participant_id, name,
      p.status IS NOT NULL AS has_applied, ${kind} AS kind, ${status} AS status
    FROM participants AS p
    WHERE event_id = $1 AND removed_at IS NULL AND ${kind} IS NOT NULL
      AND ${column} < $2 AND ${column} <= $3
      AND (${column} < $3 OR $4::text IS NULL OR ${id} > $4)
      AND NOT EXISTS (SELECT FROM participant_history AS h
        WHERE h.event_id = $1 AND h.participant_id = p.participant_id AND h.occurred_at = ${column})
    ORDER BY ${column} DESC NULLS LAST, ${id} LIMIT $5)`;
}

const STATEMENT = `
  ${told("submitted_at", "'application.submitted'", "'pending'")}
  UNION ALL ${told("last_reviewed_at", "'application.' || last_review_action", "last_review_action")}
  UNION ALL ${told("registered_at", "'participant.registered'", "NULL")}
  ORDER BY at DESC, id LIMIT $5`;

/**
 * What the rows themselves tell of the time before the event was connected, when nobody recorded
 * anything: who applied, was reviewed, registered.
 */
export async function readToldEntries(
  sql: Sql,
  eventId: string,
  connectedAt: Date,
  place: FeedPlace | null,
  limit: number,
): Promise<PersonEntryView[]> {
  const { rows } = await sql.query<Row>(STATEMENT, [
    eventId,
    connectedAt,
    place?.at ?? connectedAt,
    startOf(place),
    limit,
  ]);
  return rows.map((row) => ({
    source: "person",
    id: row.id,
    at: row.at.toISOString(),
    occurredAt: row.at.toISOString(),
    participantId: row.participant_id,
    name: row.name,
    hasApplied: row.has_applied,
    kind: row.kind,
    status: row.status,
    changed: [],
    isRemoved: null,
    actorId: null,
  }));
}

/** The id after which entries of the place's own moment go on; null: with the first. */
function startOf(place: FeedPlace | null): string | null {
  if (!place || place.source === "person") return null;
  return place.source === "told" ? place.id : "\u{10ffff}";
}
