import type { Sql } from "@/lib/db";
import type { TrailEntryView } from "./trail-view";

const NAMELESS = ["foyer", "revento", "operator"] as const;

type Row = Omit<TrailEntryView, "at" | "by"> & { at: Date; actor: string };

/** `before` a moment, and of that moment only what comes after the entry `id`; null: all of it. */
type Range = { limit: number; before?: { at: string; id: string | null } };

/**
 * What happened to an event's connection and which lists left it as files, the newest first. Nobody is named. The caller has made sure
 * that whoever asks may see the event.
 */
export async function readTrail(
  sql: Sql,
  eventId: string,
  { limit, before }: Range,
): Promise<TrailEntryView[]> {
  const { rows } = await sql.query<Row>(
    `SELECT id, at, actor, action, detail->>'reason' AS reason, detail->>'state' AS state,
       detail->>'cause' AS cause, (detail->>'days')::int AS days,
       CASE WHEN action = 'list.exported' THEN detail END AS exported
     FROM audit_entries
     WHERE event_id = $1 AND (action LIKE 'connection.%' OR action LIKE 'erasure.%'
         OR action LIKE 'member.%' OR action = 'list.exported' OR actor = 'operator')
       AND ($3::timestamptz IS NULL OR at < $3 OR (at = $3 AND ($4::uuid IS NULL OR id > $4)))
     ORDER BY at DESC, id LIMIT $2`,
    [eventId, limit, before?.at ?? null, before?.id ?? null],
  );
  return rows.map(viewEntry);
}

function viewEntry({ at, actor, ...row }: Row): TrailEntryView {
  const by = NAMELESS.find((one) => one === actor) ?? "member";
  return { ...row, by, at: at.toISOString() };
}
