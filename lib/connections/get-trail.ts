import type { Actor } from "@/lib/members/actor";
import { withRole } from "@/lib/members/with-role";
import type { TrailEntryView, TrailView } from "./trail-view";

const MOST_ENTRIES = 100;
const NAMELESS = ["foyer", "revento", "operator"] as const;

type Row = Omit<TrailEntryView, "at" | "by"> & { at: Date; actor: string };

/**
 * What happened to an event's connection, and what Foyer's staff did with it and why, for any of its
 * members. Nobody is named: neither staff nor members. Throws AppError `unauthenticated`, `not_found`.
 */
export async function getTrail(actor: Actor, { eventId }: { eventId: string }): Promise<TrailView> {
  return withRole(actor, eventId, "viewer", async (sql) => {
    const { rows } = await sql.query<Row>(
      `SELECT id, at, actor, action, detail->>'reason' AS reason, detail->>'state' AS state,
         detail->>'cause' AS cause, (detail->>'days')::int AS days
       FROM audit_entries
       WHERE event_id = $1 AND (action LIKE 'connection.%' OR action LIKE 'erasure.%'
         OR actor = 'operator')
       ORDER BY at DESC, id LIMIT $2`,
      [eventId, MOST_ENTRIES],
    );
    return { entries: rows.map(viewEntry) };
  });
}

function viewEntry({ at, actor, ...row }: Row): TrailEntryView {
  const by = NAMELESS.find((one) => one === actor) ?? "member";
  return { ...row, by, at: at.toISOString() };
}
