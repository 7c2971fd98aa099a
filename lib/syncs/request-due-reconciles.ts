import { requireActiveConnection } from "@/lib/connections/require-active-connection";
import { withEventSql, withSystemSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { wake } from "@/lib/live/wake";
import { isReconcileDue, latestReconcileSlot } from "./reconcile-slot";
import { requestSync } from "./request-sync";

const MOST_AT_ONCE = 500;

/**
 * Requests the daily reconcile (contract 5, 6.8) of every connected event whose minute of the day has
 * come since its last run was asked for. The minute follows from the event's id, so that events spread
 * over the day; what was missed while no worker ran is made up for. Answers how many were requested.
 */
export async function requestDueReconciles(now = new Date()): Promise<number> {
  const due = await listDueEvents(now);
  let requested = 0;
  for (const eventId of due) {
    try {
      await withEventSql(eventId, async (sql) => {
        await requireActiveConnection(sql, eventId);
        await requestSync(sql, eventId, "reconcile");
      });
      requested += 1;
    } catch (error) {
      // The connection ended between the two looks.
      if (!(error instanceof AppError)) throw error;
    }
  }
  if (requested > 0) await wake("foyer_syncs");
  return requested;
}

async function listDueEvents(now: Date): Promise<string[]> {
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<{ event_id: string }>(
      `SELECT c.event_id FROM connections c
       CROSS JOIN LATERAL (
         SELECT ${latestReconcileSlot("c.event_id", "$1::timestamptz")} AS latest) slot
       WHERE c.state = 'active' AND c.paused_at IS NULL AND ${isReconcileDue("slot.latest")}
       ORDER BY slot.latest LIMIT $2`,
      [now, MOST_AT_ONCE],
    );
    return rows.map((row) => row.event_id);
  });
}
