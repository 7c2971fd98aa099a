import { changeEventInSql, IN_BACKGROUND } from "@/lib/live/change-event";
import { wake } from "@/lib/live/wake";
import { logOf } from "@/lib/log";
import { requestSync } from "./request-sync";

/** One reconcile for all that is refused as stale in so long. */
const EVERY_MS = 600_000;
const MOST_EVENTS = 10_000;

type Refused = { count: number; reconciledAt: number };

const refusedOf = new Map<string, Refused>();

/**
 * Counts a webhook of an event that was genuine and too old to be accepted (contract 6.2), and queues a reconcile,
 * which finds what it says; one in ten minutes. Never rejects: the sender sends it again.
 */
export async function reconcileAfterStale(eventId: string): Promise<void> {
  const refused = refusedOf.get(eventId) ?? { count: 0, reconciledAt: Number.NEGATIVE_INFINITY };
  if (refusedOf.size >= MOST_EVENTS) refusedOf.clear();
  refusedOf.set(eventId, refused);
  refused.count += 1;
  if (performance.now() - refused.reconciledAt < EVERY_MS) return;
  const { count } = refused;
  Object.assign(refused, { count: 0, reconciledAt: performance.now() });
  try {
    if (await queueReconcile(eventId, count)) await wake("foyer_syncs");
  } catch (error) {
    logOf("deliveries").warn({ err: error, eventId }, "could not queue a reconcile");
  }
}

async function queueReconcile(eventId: string, count: number): Promise<boolean> {
  return changeEventInSql(
    eventId,
    async ({ sql, changed }) => {
      const { rowCount } = await sql.query(
        `UPDATE connections SET stale_deliveries = stale_deliveries + $2, stale_reconcile_at = now()
         WHERE event_id = $1 AND state = 'active'
           AND coalesce(stale_reconcile_at < now() - $3 * interval '1 ms', true)`,
        [eventId, count, EVERY_MS],
      );
      if (rowCount !== 1) return false;
      logOf("deliveries").warn({ eventId, count }, "webhooks are refused as stale but genuine");
      await requestSync(sql, eventId, "reconcile");
      changed("sync");
      return true;
    },
    IN_BACKGROUND,
  );
}
