import { withSystemSql } from "@/lib/db";
import { applyToIntegration } from "./end-by-delivery";
import { tryLockInbox } from "./lock-inbox";
import { readWaiting } from "./read-waiting";
import { postponeDelivery, settleDeliveries } from "./settle-deliveries";

/** Deliveries to the integration as a whole carry no event. */
export const INTEGRATION = "";

/**
 * Across events: processes the next delivery to the integration as a whole (contract 7.6), and answers
 * how many it looked at.
 */
export async function processIntegrationDeliveries(): Promise<number> {
  return withSystemSql(async (sql) => {
    if (!(await tryLockInbox(sql, INTEGRATION))) return 0;
    const { deliveries } = await readWaiting(sql, INTEGRATION, 1);
    const [delivery] = deliveries;
    if (!delivery) return 0;
    await sql.query("SAVEPOINT one");
    try {
      const outcome = await applyToIntegration(sql, delivery);
      await settleDeliveries(sql, INTEGRATION, new Map([[delivery.deliveryId, outcome]]));
    } catch (error) {
      await sql.query("ROLLBACK TO SAVEPOINT one");
      await postponeDelivery(sql, INTEGRATION, delivery.deliveryId, error);
    }
    return 1;
  });
}
