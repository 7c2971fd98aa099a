import type { Sql } from "@/lib/db";
import type { TrailEntryView } from "./connection-list-view";

type Row = {
  id: string;
  at: Date;
  actor: string;
  action: string;
  reason: string | null;
  detail: Record<string, unknown>;
};

const MOST_ENTRIES = 200;

/**
 * What happened to one event's connection, the newest first: its audit, and what operators did to it.
 * An audit entry that only tells the organizer of an operator's action (same moment, same word) is left
 * out, because the action itself says who it was.
 */
export async function readTrail(sql: Sql, eventId: string): Promise<TrailEntryView[]> {
  const { rows } = await sql.query<Row>(
    `(SELECT id, at, actor, action, detail ->> 'reason' AS reason, detail FROM audit_entries a
      WHERE event_id = $1 AND NOT (actor = 'operator' AND EXISTS (
        SELECT FROM operator_actions o
        WHERE o.event_id = $1 AND o.action = a.action AND o.at = a.at))
      ORDER BY at DESC LIMIT $2)
     UNION ALL
     (SELECT id, at, operator, action, nullif(reason, ''), detail FROM operator_actions
      WHERE event_id = $1 ORDER BY at DESC LIMIT $2)
     ORDER BY at DESC, id LIMIT $2`,
    [eventId, MOST_ENTRIES],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
