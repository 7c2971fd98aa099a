const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Waits before the second, third, … attempt of a delivery (contract 6.6, A). */
const RETRY_DELAYS_MS = [
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  6 * HOUR_MS,
  24 * HOUR_MS,
] as const;

/** How long to wait after so many failed attempts, in ms; undefined when the curve has ended. */
export function retryDelay(failedAttempts: number): number | undefined {
  return RETRY_DELAYS_MS[failedAttempts - 1];
}
