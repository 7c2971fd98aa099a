import { withEventSql } from "@/lib/db";
import { LEASE_MS, LeaseLost, type SyncRun } from "./sync-run";

const RENEW_EVERY_MS = 3_000;

/**
 * Renews the lease of a run while its worker lives, whatever the worker waits for. The signal aborts
 * with `signal`, or with LeaseLost once the run belongs to somebody else or is over.
 */
export function keepLease(
  run: SyncRun,
  signal: AbortSignal,
): { signal: AbortSignal; stop: () => void } {
  const lost = new AbortController();
  const timer = setInterval(() => {
    // A renewal that fails is tried again in time; the fence of every write is what counts.
    renew(run).then(
      (held) => {
        if (!held) lost.abort(new LeaseLost());
      },
      () => {},
    );
  }, RENEW_EVERY_MS);
  return { signal: AbortSignal.any([signal, lost.signal]), stop: () => clearInterval(timer) };
}

async function renew({ eventId, id, leaseHolder }: SyncRun): Promise<boolean> {
  return withEventSql(eventId, async (sql) => {
    const renewed = await sql.query(
      `UPDATE sync_runs SET lease_expires_at = clock_timestamp() + $4 * interval '1 ms'
       WHERE event_id = $1 AND id = $2 AND lease_holder = $3 AND state = 'running'`,
      [eventId, id, leaseHolder, LEASE_MS],
    );
    return renewed.rowCount === 1;
  });
}
