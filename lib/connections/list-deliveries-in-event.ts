import type { Sql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { readWithPermission } from "@/lib/members/with-permission";
import type { DeliveriesView } from "./deliveries-view";

/** The last eight deliveries of an event. Throws AppError `unauthenticated`, `not_found`. */
export async function listDeliveriesInEvent(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<DeliveriesView> {
  return readWithPermission(actor, eventId, "event.read", (sql) => readDeliveries(sql, eventId));
}

async function readDeliveries(sql: Sql, eventId: string): Promise<DeliveriesView> {
  const found = await sql.query<{
    delivery_id: string;
    type: string;
    occurred_at: Date;
    received_at: Date;
    state: string;
    outcome: string | null;
  }>(
    `SELECT delivery_id, type, occurred_at, received_at, state, outcome FROM deliveries
     WHERE event_id = $1 ORDER BY received_at DESC LIMIT 8`,
    [eventId],
  );
  return found.rows.map((row) => ({
    id: row.delivery_id,
    type: row.type,
    occurredAt: row.occurred_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    state: row.state,
    outcome: row.outcome,
  }));
}
