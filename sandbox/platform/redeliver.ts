import type { DeliveryRow } from "../store/rows";
import type { Platform } from "./platform";
import { notFound, PlatformError } from "./platform-error";

/**
 * Sends a delivery again under its own id (contract 6.6), whatever became of it, with the retry
 * curve from its start. Throws not_found; conflict while it is on its way.
 */
export function redeliver(platform: Platform, deliveryId: string): void {
  const { store, webhooks } = platform;
  const row = store.row<DeliveryRow>("SELECT * FROM deliveries WHERE id = ?", deliveryId);
  if (!row) throw notFound("delivery");
  if (row.state === "in_flight" || row.state === "queued") {
    throw new PlatformError(409, "conflict", "This delivery is on its way already.");
  }
  store.run(
    `UPDATE deliveries SET state = 'queued', held = 0, fault = NULL, attempts = 0,
       next_attempt_at = NULL WHERE id = ?`,
    deliveryId,
  );
  webhooks.kick(row.lane);
}
