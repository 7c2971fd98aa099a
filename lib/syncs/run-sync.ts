import { callRevento } from "@/lib/connections/call-revento";
import { logOf } from "@/lib/log";
import { pruneEvent } from "@/lib/prune-event";
import { ReventoError } from "@/lib/revento/errors";
import { claimRun } from "./claim-run";
import { keepLease } from "./keep-lease";
import { leaveAfterError } from "./leave-after-error";
import { mirrorPage } from "./mirror-page";
import { moveRun } from "./move-run";
import { PageProgress } from "./page-progress";
import { PageSizes } from "./page-sizes";
import type { SyncOutcome } from "./sync-outcome";
import { placeAfter, type SyncPlace } from "./sync-place";
import type { SyncRun } from "./sync-run";

/** Waits up to this long stay inside the run; for longer ones the worker is free for other events. */
const SHORT_WAIT_MS = 1_500;
const MOST_RESTARTS = 5;
/** After so many malformed answers in a row nobody expects a better one soon. */
const ENOUGH_TRIES = 3;

/**
 * Carries a run on until it is completed or has to wait: reads page by page within the token's budget
 * and writes each page with its cursor. Any number of workers may call it at once for the
 * same run: one works, the others answer `elsewhere`. A reconcile leaves a fifth of the hour to people.
 * Aborting `signal` gives the run back at once. Throws only when the database cannot be reached.
 */
export async function runSync(
  eventId: string,
  runId: string,
  signal: AbortSignal,
): Promise<SyncOutcome> {
  const claimed = await claimRun(eventId, runId);
  if (!claimed) return { kind: "elsewhere" };
  const { run } = claimed;
  const lease = keepLease(run, signal);
  try {
    let place = claimed.place;
    if (!place) await moveRun(run, null);
    const reading = { sizes: new PageSizes(), progress: new PageProgress() };
    while (place) place = await readOnePage(run, place, reading, lease.signal);
    if (run.kind === "reconcile") await prune(run);
    return { kind: "completed" };
  } catch (error) {
    return await leaveAfterError(run, lease.signal.aborted ? lease.signal.reason : error, signal);
  } finally {
    lease.stop();
  }
}

/** What grows with every day is cut back once a day. */
async function prune({ eventId }: SyncRun): Promise<void> {
  try {
    await pruneEvent(eventId);
  } catch (error) {
    logOf("syncs").error({ err: error, eventId }, "could not prune an event");
  }
}

async function readOnePage(
  run: SyncRun,
  place: SyncPlace,
  { sizes, progress }: { sizes: PageSizes; progress: PageProgress },
  signal: AbortSignal,
): Promise<SyncPlace | null> {
  signal.throwIfAborted();
  requireProgress(run);
  const { resource, cursor } = place;
  let page: Awaited<ReturnType<typeof resource.read>>;
  try {
    page = await callRevento(
      run.eventId,
      "installation",
      (accessToken) =>
        resource.read(accessToken, run.eventId, { cursor, limit: sizes.limit }, signal),
      { waitUpToMs: SHORT_WAIT_MS, reserveForPeople: run.kind === "reconcile", signal },
    );
  } catch (error) {
    if (isTooLarge(error) && sizes.shrink()) return place;
    return goOnAfter(error, run, place);
  }
  sizes.grow();
  progress.note(resource.name, page);
  const next =
    page.nextCursor === null
      ? placeAfter(resource, run.scopes)
      : { resource, cursor: page.nextCursor };
  await mirrorPage(run, place, page, next);
  run.pages += 1;
  return next;
}

/** Some errors concern one resource and not the connection. Rethrows every other one. */
async function goOnAfter(
  error: unknown,
  run: SyncRun,
  place: SyncPlace,
): Promise<SyncPlace | null> {
  if (!(error instanceof ReventoError)) throw error;
  if (isLostCursor(error, run, place)) {
    const beginning = { resource: place.resource, cursor: null };
    await moveRun(run, beginning, { restart: true });
    run.restarts += 1;
    return beginning;
  }
  if (!canDoWithout(error, run, place)) throw error;
  logOf("syncs").warn(
    { eventId: run.eventId, runId: run.id, resource: place.resource.name, error: error.code },
    "left out what may not, or cannot, be read",
  );
  const next = placeAfter(place.resource, run.scopes, true);
  await moveRun(run, next);
  return next;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof ReventoError && error.code === "answer_too_large";
}

function isLostCursor({ kind, code }: ReventoError, run: SyncRun, { cursor }: SyncPlace): boolean {
  const saysSo = code === "invalid_request" || code === "invalid_cursor";
  return kind === "refused" && saysSo && cursor !== null && run.restarts < MOST_RESTARTS;
}

/**
 * A scope that was not granted after all, or a program that Revento does not have or cannot spell: the
 * rest is read without all of that scope, and nothing of it is taken for gone.
 */
function canDoWithout(
  { kind, code }: ReventoError,
  run: SyncRun,
  { resource }: SyncPlace,
): boolean {
  if (kind === "refused" && code === "insufficient_scope") return true;
  if (resource.scope !== "program.read") return false;
  return code === "not_found" || (code === "malformed_answer" && run.failures >= ENOUGH_TRIES);
}

/** A list whose cursors lead in a circle would be read for ever. */
function requireProgress({ pages, expectedRows, restarts }: SyncRun): void {
  const longest = (1_000 + Math.ceil((expectedRows ?? 1_000_000) / 10) * 2) * (1 + restarts);
  if (pages > longest) throw new ReventoError("refused", { code: "endless_pages" });
}
