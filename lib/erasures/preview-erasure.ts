import type { ErasureScope } from "@/lib/connections/event-overview-view";
import type { Sql } from "@/lib/db";
import { countRows } from "./count-rows";
import { byNoun, KNOWN_NOUNS, tablesOf } from "./erasable-tables";
import type { ErasurePreviewView } from "./erasure-view";

/**
 * Exactly what an erasure of this scope would delete now, counted inside the event (`withEventSql`). For
 * scope mirror: what had been read by the moment the event was connected again, or by now.
 */
export async function previewErasure(
  sql: Sql,
  eventId: string,
  scope: ErasureScope,
): Promise<ErasurePreviewView> {
  const before = scope === "mirror" ? await connectedAgainAt(sql, eventId) : null;
  const counts = byNoun(await countRows(sql, eventId, tablesOf(scope), before));
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const known = KNOWN_NOUNS.filter((noun) => noun in counts);
  return { eventId, scope, counts, known, total };
}

async function connectedAgainAt(sql: Sql, eventId: string): Promise<Date> {
  const found = await sql.query<{ at: Date }>(
    "SELECT state_since AS at FROM connections WHERE event_id = $1 AND state = 'preparing'",
    [eventId],
  );
  return found.rows[0]?.at ?? new Date();
}
