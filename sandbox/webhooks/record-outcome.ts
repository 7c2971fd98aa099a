import type { DeliveryRow } from "../store/rows";
import type { Store } from "../store/store";
import type { AttemptOutcome } from "./post-delivery";
import { retryDelay } from "./retry-curve";

const GONE = 410;

/**
 * Writes what an attempt came to and what follows: delivered, waiting for the next try on the curve,
 * or dead after the last one or a 410 (contract 6.6). Times are epoch ms. A delivery that a reset
 * has removed meanwhile is left alone.
 */
export function recordOutcome(
  store: Store,
  row: DeliveryRow,
  outcome: AttemptOutcome,
  times: { sentAt: number; now: number },
): void {
  const failed = outcome.status === null || outcome.status < 200 || outcome.status > 299;
  const attempts = row.attempts + 1;
  const delay = failed && outcome.status !== GONE ? retryDelay(attempts) : undefined;
  const state = failed ? (delay === undefined ? "dead" : "waiting") : "delivered";
  store.transaction(() => {
    const changed = store.run(
      "UPDATE deliveries SET state = ?, attempts = ?, next_attempt_at = ? WHERE id = ?",
      state,
      attempts,
      delay === undefined ? null : times.now + delay,
      row.id,
    );
    if (changed === 0) return;
    store.run(
      `INSERT INTO attempts
       SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ? FROM attempts WHERE delivery_id = ?`,
      row.id,
      times.sentAt,
      outcome.status,
      outcome.error,
      outcome.durationMs,
      row.id,
    );
  });
}
