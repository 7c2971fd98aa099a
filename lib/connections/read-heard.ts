import type { Sql } from "@/lib/db";
import type { HeardView } from "./heard-view";

export type HeardRow = {
  delivered_at: Date | null;
  read_at: Date | null;
  away_since: Date | null;
};

/** The columns of a {@link HeardRow}; the statement calls the event's connection `c`. */
export const HEARD_COLUMNS = `c.away_since, greatest(c.last_delivery_at, (
         SELECT max(received_at) FROM deliveries d WHERE d.event_id = c.event_id)) AS delivered_at, (
         SELECT max(finished_at) FROM sync_runs r WHERE r.event_id = c.event_id AND r.state = 'completed') AS read_at`;

/** When Revento was last heard of an event, and since when it does not answer. */
export async function readHeard(sql: Sql, eventId: string): Promise<HeardView> {
  const { rows } = await sql.query<HeardRow>(
    `SELECT ${HEARD_COLUMNS} FROM connections c WHERE c.event_id = $1`,
    [eventId],
  );
  return viewHeard(rows[0]);
}

export function viewHeard(row: HeardRow | undefined): HeardView {
  const { delivered_at = null, read_at = null, away_since = null } = row ?? {};
  const heard = [delivered_at, read_at].filter((at) => at !== null).map((at) => at.getTime());
  return {
    lastDeliveryAt: delivered_at?.toISOString() ?? null,
    heardAt: heard.length > 0 ? new Date(Math.max(...heard)).toISOString() : null,
    awaySince: away_since?.toISOString() ?? null,
  };
}
