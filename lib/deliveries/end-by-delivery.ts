import { endConnection } from "@/lib/connections/end-connection";
import { heedEarlierEnd } from "@/lib/connections/heed-earlier-end";
import { beginSuspension } from "@/lib/connections/suspension";
import type { Sql } from "@/lib/db";
import { endGrantsGivenBy } from "@/lib/grants/end-grants-given-by";
import { changeEventInSql, type EventChange, IN_BACKGROUND } from "@/lib/live/change-event";
import { parseEnvelope } from "@/lib/revento/parse-envelope";
import { parseDeletionRequired } from "@/lib/revento/parse-lifecycle";
import type { Delivery, Outcome } from "./delivery";

const ERASURE_MS = 30 * 86_400_000;

type Known = { event_id: string; organization_id: string; connected_at: Date };

/** Whether a delivery ends its event's connection. */
export function isEnding({ type }: Delivery): boolean {
  return type === "data.deletion_required";
}

/**
 * Ends the connection that `data.deletion_required` speaks of (contract 7.1, 7.3, 7.4), with 30 days to
 * erase unless it says otherwise. One that was made anew since goes on, but loses what stems from before
 * the end: what had been read, and what participants had given. Call `wake("foyer_erasures")` after the commit.
 */
export async function endByDelivery(change: EventChange, delivery: Delivery): Promise<Outcome> {
  const { data, organizationId, occurredAt } = parseEnvelope(delivery.body);
  const { deadlineAt } = parseDeletionRequired(data);
  const { rows } = await change.sql.query<Known>(
    "SELECT event_id, organization_id, connected_at FROM connections WHERE event_id = $1",
    [change.eventId],
  );
  const connection = rows[0];
  if (
    !connection ||
    (organizationId ?? connection.organization_id) !== connection.organization_id
  ) {
    return "no_connection";
  }
  const end = {
    endedAt: occurredAt,
    deadlineAt: deadlineAt ?? new Date(occurredAt.getTime() + ERASURE_MS),
  };
  const cause = "data.deletion_required";
  if (await endConnection(change, { cause, ...end, madeBy: occurredAt })) return "applied";
  const ended = await endGrantsGivenBy(change, occurredAt, delivery.type);
  const isHeeded = await heedEarlierEnd(change, end);
  if (isHeeded || ended > 0) return "applied";
  return connection.connected_at > occurredAt ? "older" : "unchanged";
}

const MOST_REASON = 500;

function reasonIn({ body }: Delivery): string | null {
  const { data } = parseEnvelope(body);
  const reason = (data as { reason?: unknown } | null)?.reason;
  return typeof reason === "string" ? reason.slice(0, MOST_REASON) : null;
}

/**
 * What a delivery to the integration as a whole comes to. `integration.suspended` ends the connection
 * of every event that was made before (contract 7.6); nothing else is known. Trouble with one event holds
 * up no other; the first is thrown at the end, so that the delivery is tried again. `sql` only reads, across
 * events.
 */
export async function applyToIntegration(sql: Sql, delivery: Delivery): Promise<Outcome> {
  if (delivery.type !== "integration.suspended") return "unknown_type";
  const { occurredAt, type, receivedAt } = delivery;
  const reason = reasonIn(delivery);
  await beginSuspension(occurredAt, { toldAt: receivedAt, source: "delivery", reason });
  const { rows } = await sql.query<Pick<Known, "event_id">>("SELECT event_id FROM connections");
  let ended = 0;
  const troubles: unknown[] = [];
  for (const { event_id } of rows) {
    try {
      const end = { cause: type, endedAt: occurredAt, madeBy: occurredAt } as const;
      ended += await changeEventInSql(
        event_id,
        async (change) =>
          (await endConnection(change, end)) ? 1 : endGrantsGivenBy(change, occurredAt, type),
        IN_BACKGROUND,
      );
    } catch (error) {
      troubles.push(error);
    }
  }
  if (troubles.length > 0) throw troubles[0];
  return ended > 0 ? "applied" : "unchanged";
}
