import { setTimeout as sleep } from "node:timers/promises";
import { withEventSql } from "@/lib/db";
import { ReventoError } from "@/lib/revento/errors";
import { endHolder } from "./end-holder";
import { finishCall } from "./finish-call";
import { getAccessToken } from "./get-access-token";
import { isAway, noteAway, noteBack } from "./note-away";
import { pauseAfterConcurrency, pauseCalls } from "./pause-calls";
import { reserveCall } from "./reserve-call";
import { readTokenRow } from "./token-row";

export type CallOptions = {
  /** How long this call may wait for room in the budgets; 0: it throws at once. */
  waitUpToMs?: number;
  /** Background work: a fifth of the hour stays untouched. */
  reserveForPeople?: boolean;
  signal?: AbortSignal;
  /** What told of the end of the person's grant that this call is to find out about: the cause, if it has ended. */
  toldBy?: string;
};

/**
 * What Revento answers to a token that it does not know, or not for this event. A replica answers it of one that was
 * issued a moment ago, so it ends something only after a refresh and a retry; `token_revoked` does so at once.
 */
const SUSPECT = ["invalid_token", "event_not_authorized"] as const;
/** A token of less than this may not be known everywhere at Revento yet. */
const SPREAD_MS = 60_000;
const LONGEST_SPREAD_WAIT_MS = 15_000;
/** Our own word for such a refusal the first time. */
const REFRESH_FIRST = "refresh_first";
const SHORTEST_PAUSE_MS = 250;
const UNKNOWN_PAUSE_MS = 30_000;
/** So many in a row are a failure, and no wait. */
const MOST_CONCURRENT_REFUSALS = 10;

/**
 * The one way to call Revento with a token of `holder` ("installation" or a user): within the three
 * budgets of contract 5 across all processes, with a working token, and with Revento's answer taken
 * seriously: a token that expired, or that Revento does not know, is refreshed once (contract 2.6), a revoked one ends
 * the connection or the user's grant (7.7), a 429 pauses all callers. `use` makes exactly one request.
 *
 * Throws ReventoError: refused, unavailable, or throttled with `waitMs` when the wait is longer than
 * `waitUpToMs`.
 */
export async function callRevento<T>(
  eventId: string,
  holder: string,
  use: (accessToken: string) => Promise<T>,
  options: CallOptions = {},
): Promise<T> {
  const deadline = performance.now() + (options.waitUpToMs ?? 0);
  for (;;) {
    try {
      return await callWithFreshToken(eventId, holder, use, options);
    } catch (error) {
      if (isAway(error)) await noteAway(eventId);
      const waitMs = error instanceof ReventoError ? error.waitMs : undefined;
      if (waitMs === undefined || performance.now() + waitMs > deadline) throw error;
      await sleep(waitMs, undefined, { signal: options.signal });
    }
  }
}

async function callWithFreshToken<T>(
  eventId: string,
  holder: string,
  use: (accessToken: string) => Promise<T>,
  options: CallOptions,
): Promise<T> {
  const token = await getAccessToken(eventId, holder);
  let refusal: ReventoError;
  try {
    return await callOnce(eventId, holder, token, use, options);
  } catch (error) {
    if (!isRenewable(error)) throw error;
    refusal = error;
  }
  const fresh = await getAccessToken(eventId, holder, { rejected: token });
  if (isSuspect(refusal)) await markRefused(eventId, holder);
  try {
    return await callOnce(eventId, holder, fresh, use, options);
  } catch (error) {
    if (!isRefusal(error, "token_expired")) throw error;
    // A token that is refused in its first minute says something about clocks, not about consent.
    throw new ReventoError("unavailable", { code: "token_expired", cause: error });
  }
}

/** Refused in a way that a refresh may mend. */
function isRenewable(error: unknown): error is ReventoError {
  return isRefusal(error, "token_expired") || isRefusal(error, REFRESH_FIRST);
}

function isSuspect(error: ReventoError): boolean {
  return error.code === REFRESH_FIRST;
}

async function callOnce<T>(
  eventId: string,
  holder: string,
  token: string,
  use: (accessToken: string) => Promise<T>,
  { signal, reserveForPeople, toldBy }: CallOptions,
): Promise<T> {
  signal?.throwIfAborted();
  const slot = await reserveCall(eventId, holder, { reserveForPeople });
  if (slot.callId === null) {
    throw new ReventoError("throttled", { code: "budget_used_up", waitMs: slot.waitMs });
  }
  let answered = false;
  try {
    const result = await use(token);
    answered = true;
    if (slot.hadTrouble) await clearTrouble(eventId, holder);
    if (slot.isAway) await noteBack(eventId);
    return result;
  } catch (error) {
    answered = error instanceof ReventoError && error.kind !== "unavailable";
    throw await takeSeriously(error, eventId, holder, { ...slot, token, toldBy });
  } finally {
    await finishCall(eventId, holder, slot.callId, answered);
  }
}

async function takeSeriously(
  error: unknown,
  eventId: string,
  holder: string,
  used: { token: string; epoch: number; generation: number; toldBy?: string },
): Promise<unknown> {
  if (!(error instanceof ReventoError)) return error;
  if (error.kind === "throttled") return pause(error, eventId, holder);
  if (error.kind !== "refused") return error;
  const suspicion = SUSPECT.find((code) => code === error.code);
  if (!suspicion && error.code !== "token_revoked") return error;
  if (await wasReplaced(eventId, holder, used.token)) {
    return new ReventoError("unavailable", { code: "token_replaced", cause: error });
  }
  const doubt = suspicion && (await doubtOf(eventId, holder, error));
  if (doubt) return doubt;
  const cause = suspicion ?? "token_revoked";
  await endHolder(eventId, holder, { ...used, cause });
  return error;
}

/**
 * What to do about a token that Revento does not know before anything ends: while it is new, to wait and ask again,
 * for twice as long each time; later to refresh it once. Undefined when both has been done.
 */
async function doubtOf(
  eventId: string,
  holder: string,
  cause: ReventoError,
): Promise<ReventoError | undefined> {
  const token = await readTokenRow(eventId, holder);
  if (!token) return undefined;
  const ageMs = Date.now() - token.accessIssuedAt.getTime();
  if (ageMs < SPREAD_MS) {
    const waitMs = Math.min(LONGEST_SPREAD_WAIT_MS, Math.max(SHORTEST_PAUSE_MS, ageMs));
    return new ReventoError("throttled", { code: "token_not_known_yet", waitMs, cause });
  }
  if (!token.wasRefused) return new ReventoError("refused", { code: REFRESH_FIRST, cause });
  return undefined;
}

async function markRefused(eventId: string, holder: string): Promise<void> {
  await withEventSql(eventId, (sql) =>
    sql.query("UPDATE tokens SET refused_at = now() WHERE event_id = $1 AND holder = $2", [
      eventId,
      holder,
    ]),
  );
}

async function clearTrouble(eventId: string, holder: string): Promise<void> {
  await withEventSql(eventId, (sql) =>
    sql.query(
      `UPDATE tokens SET refused_at = NULL, concurrent_refusals = 0
       WHERE event_id = $1 AND holder = $2`,
      [eventId, holder],
    ),
  );
}

/**
 * Whether another token took this one's place since it was handed out: an organizer who connects again
 * kills the old one, and its refusal says nothing about the new connection.
 */
async function wasReplaced(eventId: string, holder: string, token: string): Promise<boolean> {
  const current = await getAccessToken(eventId, holder).catch(() => token);
  return current !== token;
}

async function pause(error: ReventoError, eventId: string, holder: string): Promise<ReventoError> {
  const { code, requestId } = error;
  if (code === "concurrent_limit_exceeded" && error.waitMs === undefined) {
    const { waitMs, refusals } = await pauseAfterConcurrency(eventId, holder);
    const kind = refusals >= MOST_CONCURRENT_REFUSALS ? "unavailable" : "throttled";
    return new ReventoError(kind, { code, requestId, waitMs, cause: error });
  }
  const least = error.waitMs ?? UNKNOWN_PAUSE_MS;
  const waitMs = await pauseCalls(eventId, holder, least + SHORTEST_PAUSE_MS * (1 + Math.random()));
  return new ReventoError("throttled", { code, requestId, waitMs, cause: error });
}

function isRefusal(error: unknown, code: string): boolean {
  return error instanceof ReventoError && error.kind === "refused" && error.code === code;
}
