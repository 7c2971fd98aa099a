import { withSystemSql } from "@/lib/db";
import type { Forecast } from "./forecast";
import { readKeptDeliveries } from "./read-kept-deliveries";

/**
 * Across events: what deliveries to the integration as a whole would come to, as applyToIntegration
 * (lib/deliveries) decides it: described, because each end takes a transaction of its own.
 */
export async function forecastIntegrationDeliveries(
  deliveryIds: readonly string[],
): Promise<Map<string, Forecast>> {
  return withSystemSql(async (sql) => {
    const forecasts = new Map<string, Forecast>();
    for (const { deliveryId, type, occurredAt } of await readKeptDeliveries(sql, "", deliveryIds)) {
      if (type !== "integration.suspended") {
        forecasts.set(deliveryId, { verdict: "unknown_type", problem: null });
        continue;
      }
      const { rows } = await sql.query<{ count: number }>(
        `SELECT count(*)::int AS count FROM connections
         WHERE state IN ('active', 'preparing') AND connected_at <= $1`,
        [occurredAt],
      );
      forecasts.set(deliveryId, describeSuspension(rows[0]?.count ?? 0));
    }
    return forecasts;
  });
}

function describeSuspension(connections: number): Forecast {
  if (connections === 0) return { verdict: "unchanged", problem: null };
  const problem = `It ends ${connections} connection${connections === 1 ? "" : "s"}.`;
  return { verdict: "ends_connection", problem };
}
