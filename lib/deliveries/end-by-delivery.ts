import { endConnection } from "@/lib/connections/end-connection";
import type { Sql } from "@/lib/db";
import { parseEnvelope } from "@/lib/revento/parse-envelope";
import { parseDeletionRequired } from "@/lib/revento/parse-lifecycle";
import type { Delivery, Outcome } from "./delivery";

const ERASURE_MS = 30 * 86_400_000;

type Known = { event_id: string; organization_id: string; epoch: number; connected_at: Date };

/** Whether a delivery ends its event's connection, in transactions of its own. */
export function isEnding({ type }: Delivery): boolean {
  return type === "data.deletion_required";
}

/**
 * Ends the connection that `data.deletion_required` speaks of (contract 7.1, 7.3, 7.4), with 30 days to
 * erase unless it says otherwise. One that was made anew since is left alone. `sql` only reads.
 */
export async function endByDelivery(
  sql: Sql,
  eventId: string,
  delivery: Delivery,
): Promise<Outcome> {
  const { data, organizationId, occurredAt } = parseEnvelope(delivery.body);
  const { deadlineAt } = parseDeletionRequired(data);
  const { rows } = await sql.query<Known>(
    "SELECT event_id, organization_id, epoch, connected_at FROM connections WHERE event_id = $1",
    [eventId],
  );
  const connection = rows[0];
  if (connection?.organization_id !== organizationId) return "no_connection";
  if (connection.connected_at > occurredAt) return "older";
  const ended = await endConnection(eventId, {
    state: "revoked",
    cause: delivery.type,
    deletionDueAt: deadlineAt ?? new Date(occurredAt.getTime() + ERASURE_MS),
    expectedEpoch: connection.epoch,
  });
  return ended ? "applied" : "unchanged";
}

/**
 * What a delivery to the integration as a whole comes to. `integration.suspended` ends the connection
 * of every event that was made before (contract 7.6); nothing else is known. `sql` only reads, across
 * events.
 */
export async function applyToIntegration(sql: Sql, delivery: Delivery): Promise<Outcome> {
  if (delivery.type !== "integration.suspended") return "unknown_type";
  const { rows } = await sql.query<Known>(
    `SELECT event_id, organization_id, epoch, connected_at FROM connections
     WHERE state NOT IN ('revoked', 'suspended') AND connected_at <= $1`,
    [delivery.occurredAt],
  );
  for (const { event_id, epoch } of rows) {
    const end = { state: "suspended", cause: delivery.type, expectedEpoch: epoch } as const;
    await endConnection(event_id, end);
  }
  return rows.length > 0 ? "applied" : "unchanged";
}
