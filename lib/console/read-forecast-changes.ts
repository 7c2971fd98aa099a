import type { Sql } from "@/lib/db";
import type { ForecastChangeView } from "./delivery-list-view";
import { maskChanges } from "./mask-changes";

type Row = { envelope_id: string; changes: Record<string, [before: unknown, after: unknown]> };

/**
 * What this transaction has changed of participants, by the envelope that said so: each field before and after,
 * masked as a body is. Of answers each one that differs.
 */
export async function readForecastChanges(
  sql: Sql,
  eventId: string,
): Promise<Map<string, ForecastChangeView[]>> {
  const { rows } = await sql.query<Row>(
    `SELECT envelope_id, changes FROM participant_history
     WHERE event_id = $1 AND recorded_at = now()::timestamptz(3) AND envelope_id IS NOT NULL`,
    [eventId],
  );
  return new Map(rows.map((row) => [row.envelope_id, maskChanges(row.changes)]));
}
