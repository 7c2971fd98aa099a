import { AppError } from "@/lib/errors";
import { logOf } from "@/lib/log";
import { ReventoError } from "@/lib/revento/errors";
import { type Leaving, leaveRun } from "./leave-run";
import type { SyncOutcome } from "./sync-outcome";
import { LeaseLost, type SyncRun } from "./sync-run";

/** Waits after the first, second, … failure in a row; the last one repeats. */
const BACKOFF_MS = [1_000, 5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000];
const MOST_FAILURES = 24;
/** Refusals that no later try can change; the connection is over, or the request is wrong. */
const CONNECTION_IS_OVER = new Set([
  "no_token",
  "not_connected",
  "token_revoked",
  "invalid_token",
  "invalid_grant",
  "event_not_authorized",
]);

/**
 * Leaves a run after what stopped it: an abort gives it back at once, a used-up budget or an outage
 * makes it wait (growing with each failure in a row), an ended connection ends it.
 */
export async function leaveAfterError(
  run: SyncRun,
  error: unknown,
  signal: AbortSignal,
): Promise<SyncOutcome> {
  if (error instanceof LeaseLost) return { kind: "elsewhere" };
  const leaving: Leaving = signal.aborted
    ? { state: "running", waitMs: 0, error: null, failed: false }
    : leavingOf(run, error);
  await leaveRun(run, leaving);
  return leaving.state === "running"
    ? { kind: "waiting", waitMs: leaving.waitMs }
    : { kind: leaving.state };
}

function leavingOf(run: SyncRun, error: unknown): Leaving {
  if (error instanceof AppError && (error.code === "conflict" || error.code === "not_found")) {
    return { state: "ended", error: "not_connected" };
  }
  const code = error instanceof ReventoError ? error.code : "internal";
  if (code === "internal") {
    logOf("syncs").error({ err: error, eventId: run.eventId, runId: run.id }, "a page failed");
  }
  if (CONNECTION_IS_OVER.has(code)) return { state: "ended", error: code };
  if (error instanceof ReventoError && error.kind === "throttled") {
    return { state: "running", waitMs: error.waitMs ?? 1_000, error: null, failed: false };
  }
  if (code === "endless_pages" || run.failures + 1 >= MOST_FAILURES) {
    return { state: "failed", error: code };
  }
  const backoffMs = BACKOFF_MS[Math.min(run.failures, BACKOFF_MS.length - 1)] ?? 0;
  const waitMs = Math.round(backoffMs * (0.8 + 0.4 * Math.random()));
  return { state: "running", waitMs, error: code, failed: true };
}
