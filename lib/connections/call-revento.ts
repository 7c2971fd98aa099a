import { setTimeout as sleep } from "node:timers/promises";
import { endGrant } from "@/lib/grants/end-grant";
import { changeEventInSql, IN_BACKGROUND } from "@/lib/live/change-event";
import { ReventoError } from "@/lib/revento/errors";
import { endConnection } from "./end-connection";
import { finishCall } from "./finish-call";
import { getAccessToken } from "./get-access-token";
import { pauseCalls } from "./pause-calls";
import { reserveCall } from "./reserve-call";

export type CallOptions = {
  /** How long this call may wait for room in the budgets; 0: it throws at once. */
  waitUpToMs?: number;
  /** Background work: a fifth of the hour stays untouched. */
  reserveForPeople?: boolean;
  signal?: AbortSignal;
};

/** Revento's words for a token that will never work again. */
const PERMANENT = ["token_revoked", "invalid_token", "event_not_authorized"] as const;
const SHORTEST_PAUSE_MS = 250;
const UNKNOWN_PAUSE_MS = 30_000;

/**
 * The one way to call Revento with a token of `holder` ("installation" or a user): within the three
 * budgets of contract 5 across all processes, with a working token, and with Revento's answer taken
 * seriously: an expired token is refreshed once (contract 2.6), a revoked one ends the connection
 * or the user's grant (7.7), a 429 pauses everybody. `use` makes exactly one request.
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
  try {
    return await callOnce(eventId, holder, token, use, options);
  } catch (error) {
    if (!isRefusal(error, "token_expired")) throw error;
  }
  const fresh = await getAccessToken(eventId, holder, { rejected: token });
  try {
    return await callOnce(eventId, holder, fresh, use, options);
  } catch (error) {
    if (!isRefusal(error, "token_expired")) throw error;
    // A token that is refused in its first minute says something about clocks, not about consent.
    throw new ReventoError("unavailable", { code: "token_expired", cause: error });
  }
}

async function callOnce<T>(
  eventId: string,
  holder: string,
  token: string,
  use: (accessToken: string) => Promise<T>,
  { signal, reserveForPeople }: CallOptions,
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
    return result;
  } catch (error) {
    answered = error instanceof ReventoError && error.kind !== "unavailable";
    throw await takeSeriously(error, eventId, holder, { ...slot, token });
  } finally {
    await finishCall(eventId, holder, slot.callId, answered);
  }
}

async function takeSeriously(
  error: unknown,
  eventId: string,
  holder: string,
  used: { token: string; epoch: number; generation: number },
): Promise<unknown> {
  if (!(error instanceof ReventoError)) return error;
  if (error.kind === "throttled") return pause(error, eventId, holder);
  const cause = PERMANENT.find((code) => error.kind === "refused" && code === error.code);
  if (!cause) return error;
  if (await wasReplaced(eventId, holder, used.token)) {
    return new ReventoError("unavailable", { code: "token_replaced", cause: error });
  }
  if (holder === "installation") {
    await changeEventInSql(
      eventId,
      (change) => endConnection(change, { cause, expectedEpoch: used.epoch }),
      IN_BACKGROUND,
    );
  } else {
    await changeEventInSql(
      eventId,
      (change) => endGrant(change, holder, { cause, generation: used.generation }),
      IN_BACKGROUND,
    );
  }
  return error;
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
  const isConcurrency = code === "concurrent_limit_exceeded";
  const least = error.waitMs ?? (isConcurrency ? 0 : UNKNOWN_PAUSE_MS);
  const waitMs = least + SHORTEST_PAUSE_MS * (1 + Math.random());
  await pauseCalls(eventId, holder, waitMs);
  return new ReventoError("throttled", { code, requestId, waitMs, cause: error });
}

function isRefusal(error: unknown, code: string): boolean {
  return error instanceof ReventoError && error.kind === "refused" && error.code === code;
}
