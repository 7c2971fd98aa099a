import { isLive } from "@/lib/connections/connection-states";
import type { Sql } from "@/lib/db";
import type { Delivery } from "@/lib/deliveries/delivery";
import { parseEnvelope } from "@/lib/revento/parse-envelope";
import { parseDeletionRequired } from "@/lib/revento/parse-lifecycle";
import type { Forecast } from "./forecast";

type Connection = {
  organization_id: string;
  state: string;
  connected_at: Date;
  mirror_since: Date;
};

/**
 * What `data.deletion_required` would come to, as endByDelivery (lib/deliveries) decides it: described,
 * because an end takes transactions of its own. Throws where the delivery contradicts the contract.
 */
export async function forecastEnd(
  sql: Sql,
  eventId: string,
  delivery: Delivery,
): Promise<Forecast> {
  const { data, organizationId, occurredAt } = parseEnvelope(delivery.body);
  parseDeletionRequired(data);
  const { rows } = await sql.query<Connection>(
    "SELECT organization_id, state, connected_at, mirror_since FROM connections WHERE event_id = $1",
    [eventId],
  );
  const connection = rows[0];
  if (
    !connection ||
    (organizationId ?? connection.organization_id) !== connection.organization_id
  ) {
    return { verdict: "event_gone", problem: null };
  }
  if (connection.connected_at > occurredAt) {
    if (connection.mirror_since > occurredAt) return { verdict: "older", problem: null };
    const problem =
      "The event was connected again since. What was read before is deleted, and read anew.";
    return { verdict: "ends_connection", problem };
  }
  if (isLive(connection.state)) return { verdict: "ends_connection", problem: null };
  const problem = "The connection has ended. Its erasure may be brought forward.";
  return { verdict: "unchanged", problem };
}
