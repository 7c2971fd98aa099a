import type { Sql } from "@/lib/db";
import type { HeardView } from "./heard-view";

type Row = { delivered_at: Date | null; read_at: Date | null; away_since: Date | null };

/** When Revento was last heard of an event, and since when it does not answer. */
export async function readHeard(sql: Sql, eventId: string): Promise<HeardView> {
  const { rows } = await sql.query<Row>(
    `SELECT away_since, greatest(last_delivery_at, (
         SELECT max(received_at) FROM deliveries WHERE event_id = $1)) AS delivered_at, (
         SELECT max(finished_at) FROM sync_runs WHERE event_id = $1 AND state = 'completed') AS read_at
     FROM connections WHERE event_id = $1`,
    [eventId],
  );
  const { delivered_at = null, read_at = null, away_since = null } = rows[0] ?? {};
  const heard = [delivered_at, read_at].filter((at) => at !== null).map((at) => at.getTime());
  return {
    lastDeliveryAt: delivered_at?.toISOString() ?? null,
    heardAt: heard.length > 0 ? new Date(Math.max(...heard)).toISOString() : null,
    awaySince: away_since?.toISOString() ?? null,
  };
}
