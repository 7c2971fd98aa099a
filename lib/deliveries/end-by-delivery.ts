import { endConnection } from "@/lib/connections/end-connection";
import { heedEarlierEnd } from "@/lib/connections/heed-earlier-end";
import type { Sql } from "@/lib/db";
import { endGrantsGivenBy } from "@/lib/grants/end-grants-given-by";
import { parseEnvelope } from "@/lib/revento/parse-envelope";
import { parseDeletionRequired } from "@/lib/revento/parse-lifecycle";
import type { Delivery, Outcome } from "./delivery";

const ERASURE_MS = 30 * 86_400_000;

type Known = { event_id: string; organization_id: string; connected_at: Date };

/** Whether a delivery ends its event's connection, in transactions of its own. */
export function isEnding({ type }: Delivery): boolean {
  return type === "data.deletion_required";
}

/**
 * Ends the connection that `data.deletion_required` speaks of (contract 7.1, 7.3, 7.4), with 30 days to
 * erase unless it says otherwise. One that was made anew since goes on, but loses what stems from before
 * the end: what had been read, and what participants had given. `sql` only reads.
 */
export async function endByDelivery(
  sql: Sql,
  eventId: string,
  delivery: Delivery,
): Promise<Outcome> {
  const { data, organizationId, occurredAt } = parseEnvelope(delivery.body);
  const { deadlineAt } = parseDeletionRequired(data);
  const { rows } = await sql.query<Known>(
    "SELECT event_id, organization_id, connected_at FROM connections WHERE event_id = $1",
    [eventId],
  );
  const connection = rows[0];
  if (connection?.organization_id !== organizationId) return "no_connection";
  const end = {
    endedAt: occurredAt,
    deadlineAt: deadlineAt ?? new Date(occurredAt.getTime() + ERASURE_MS),
  };
  // Whether it was made anew since is looked at under the lock: a refused call may end it meanwhile.
  const cause = "data.deletion_required";
  if (await endConnection(eventId, { cause, ...end, madeBy: occurredAt })) return "applied";
  const ended = await endGrantsGivenBy(eventId, occurredAt, delivery.type);
  const isHeeded = await heedEarlierEnd(eventId, end);
  if (isHeeded || ended > 0) return "applied";
  return connection.connected_at > occurredAt ? "older" : "unchanged";
}

/**
 * What a delivery to the integration as a whole comes to. `integration.suspended` ends the connection
 * of every event that was made before (contract 7.6); nothing else is known. Trouble with one event holds
 * up no other; the first is thrown at the end, so that the delivery is tried again. `sql` only reads, across
 * events.
 */
export async function applyToIntegration(sql: Sql, delivery: Delivery): Promise<Outcome> {
  if (delivery.type !== "integration.suspended") return "unknown_type";
  const { occurredAt, type } = delivery;
  const { rows } = await sql.query<Pick<Known, "event_id">>("SELECT event_id FROM connections");
  let ended = 0;
  const troubles: unknown[] = [];
  for (const { event_id } of rows) {
    try {
      const end = { cause: type, endedAt: occurredAt, madeBy: occurredAt } as const;
      if (await endConnection(event_id, end)) ended += 1;
      else ended += await endGrantsGivenBy(event_id, occurredAt, type);
    } catch (error) {
      troubles.push(error);
    }
  }
  if (troubles.length > 0) throw troubles[0];
  return ended > 0 ? "applied" : "unchanged";
}
