import type { Sql } from "@/lib/db";
import type { Operator } from "@/lib/operators/operator";
import type { DeliveryDetailView } from "./delivery-list-view";

/** The glass that this operator has broken for the event and that has not been replaced yet, or null. */
export async function findGlass(
  sql: Sql,
  eventId: string,
  operator: Operator,
): Promise<DeliveryDetailView["glass"]> {
  const { rows } = await sql.query<{ reason: string; expires_at: Date }>(
    `SELECT reason, expires_at FROM glass_breaks
     WHERE event_id = $1 AND operator = $2 AND expires_at > now()
     ORDER BY expires_at DESC LIMIT 1`,
    [eventId, operator.name],
  );
  const row = rows[0];
  return row ? { reason: row.reason, expiresAt: row.expires_at.toISOString() } : null;
}
