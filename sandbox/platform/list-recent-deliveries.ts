import type { AttemptRow, DeliveryRow } from "../store/rows";
import type { Platform } from "./platform";
import { notFound } from "./platform-error";

/** A delivery with what its last attempt came to; nulls if there was none yet. */
export type RecentDelivery = DeliveryRow & {
  last_at: number | null;
  last_status: number | null;
  last_error: string | null;
};

export type DeliveryQuery = { state: string | undefined; offset: number; limit: number };

/** How many deliveries are in each state. */
export function countDeliveries(platform: Platform): Record<string, number> {
  const rows = platform.store.rows<{ state: string; count: number }>(
    "SELECT state, count(*) AS count FROM deliveries GROUP BY state",
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** One page of the deliveries, newest first. */
export function listRecentDeliveries(platform: Platform, query: DeliveryQuery): RecentDelivery[] {
  return platform.store.rows<RecentDelivery>(
    `SELECT page.*, attempts.at AS last_at, attempts.status AS last_status,
       attempts.error AS last_error
     FROM (SELECT * FROM deliveries WHERE ?1 IS NULL OR state = ?1
       ORDER BY seq DESC LIMIT ?2 OFFSET ?3) AS page
     LEFT JOIN attempts ON delivery_id = page.id
       AND number = (SELECT MAX(number) FROM attempts WHERE delivery_id = page.id)
     ORDER BY page.seq DESC`,
    query.state ?? null,
    query.limit,
    query.offset,
  );
}

/** A delivery and every attempt of it, oldest first. Throws not_found. */
export function requireDelivery(
  platform: Platform,
  deliveryId: string,
): { delivery: DeliveryRow; attempts: AttemptRow[] } {
  const { store } = platform;
  const delivery = store.row<DeliveryRow>("SELECT * FROM deliveries WHERE id = ?", deliveryId);
  if (!delivery) throw notFound("delivery");
  const attempts = store.rows<AttemptRow>(
    "SELECT * FROM attempts WHERE delivery_id = ? ORDER BY number",
    deliveryId,
  );
  return { delivery, attempts };
}
