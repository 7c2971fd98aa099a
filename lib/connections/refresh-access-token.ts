import { setTimeout as sleep } from "node:timers/promises";
import { logOf } from "@/lib/log";
import { ReventoError } from "@/lib/revento/errors";
import { refreshTokens } from "@/lib/revento/oauth/refresh-tokens";
import type { GrantedTokens, TokenOutcome } from "@/lib/revento/oauth/token-outcome";
import { decryptToken } from "@/lib/token-cipher";
import type { EndCause } from "./connection-states";
import { endHolder } from "./end-holder";
import {
  type Lease,
  releaseUnknown,
  releaseUnused,
  renewLease,
  storeRefreshed,
  takeLease,
} from "./refresh-lease";
import { type Holder, readTokenRow, type TokenRow } from "./token-row";
import { isFresh, openAccessToken } from "./usable-access-token";

/** How often somebody who waits for another process looks again. */
const POLL_MS = 200;
/** Longer than two leases: the holder's, and that of whoever takes over from a dead one. */
const WAIT_MS = 65_000;
/** The first attempt, and one more with the same token when its outcome stayed unknown. */
const MAX_ATTEMPTS = 2;
/** What Revento says when a token family is over for good (contract 2.6). */
const PERMANENT = ["invalid_grant", "token_revoked"] as const;
const UNAVAILABLE_WAIT_MS = 5_000;
/** Our credentials are wrong, or Revento switched us off: an operator's matter, so no hurry. */
const MISCONFIGURED_WAIT_MS = 60_000;
const MAX_WAIT_MS = 3_600_000;

/**
 * Brings a token that is fresh and not `rejected`, by at most one refresh of everybody who asks, in
 * whatever process (contract 2.5): under a fenced lease on the row, with no transaction open while
 * Revento is asked, and stored before it is used. Where Revento cannot be reached and the old token
 * still lives, the old one. Throws ReventoError `refused` when the token is over, `unavailable`
 * (with `waitMs`) when nothing could be learned.
 */
export async function refreshAccessToken(
  eventId: string,
  holder: Holder,
  rejected: string | undefined,
): Promise<string> {
  const giveUpAt = Date.now() + WAIT_MS;
  for (;;) {
    const token = await readTokenRow(eventId, holder);
    if (!token) throw new ReventoError("refused", { code: "not_connected" });
    const access = await openAccessToken(token, rejected);
    if (access && (isFresh(token) || token.isHeld)) return access;
    if (token.isHeld) {
      await waitForHolder(token, giveUpAt);
      continue;
    }
    if (token.refreshAttempts >= MAX_ATTEMPTS) await endToken(token, "outcome_unknown");
    const refreshed = await tryRefresh(token);
    if (refreshed) return refreshed;
  }
}

async function waitForHolder(token: TokenRow, giveUpAt: number): Promise<void> {
  if (token.leaseHolder === null || Date.now() > giveUpAt) {
    throw new ReventoError("unavailable", {
      code: "refresh_unavailable",
      waitMs: Math.ceil(token.heldForMs),
    });
  }
  await sleep(POLL_MS);
}

/** One attempt. Undefined: look at the row again. */
async function tryRefresh(token: TokenRow): Promise<string | undefined> {
  const { eventId, holder } = token;
  const refreshToken = await decryptToken(token.refreshToken, { eventId, holder, use: "refresh" });
  const lease = await takeLease(token);
  if (!lease) return undefined;
  const outcome = await refreshTokens(refreshToken);
  if (outcome.outcome === "granted" && (outcome.tokens.eventId ?? eventId) === eventId) {
    return (await storeDuringTrouble(lease, outcome.tokens))
      ? outcome.tokens.accessToken
      : undefined;
  }
  await settleFailure(token, lease, outcome);
  return undefined;
}

/** The only copy of the new tokens is in memory: a database that is away for a moment must not cost them. */
async function storeDuringTrouble(lease: Lease, tokens: GrantedTokens): Promise<boolean> {
  const giveUpAt = Date.now() + 60_000;
  for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, 3_000)) {
    try {
      return await storeRefreshed(lease, tokens);
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await sleep(pauseMs);
    }
  }
}

async function settleFailure(token: TokenRow, lease: Lease, outcome: TokenOutcome): Promise<void> {
  const { eventId } = token;
  if (outcome.outcome === "granted" || outcome.outcome === "unknown") {
    await releaseUnknown(lease);
    return;
  }
  const cause = PERMANENT.find((code) => outcome.outcome === "refused" && code === outcome.code);
  if (cause) {
    // A holder that was overtaken hears invalid_grant because its successor went well.
    if (!(await renewLease(lease))) return;
    // After an attempt whose answer was lost, a dead token means that this attempt went well.
    await endToken(
      token,
      token.refreshAttempts > 0 ? "outcome_unknown" : causeOf(token, cause),
      lease,
    );
    return;
  }
  const { code } = outcome;
  if (outcome.outcome === "refused") {
    logOf("tokens").error({ eventId, reason: code }, "Revento does not accept our client");
    await releaseUnused(lease, MISCONFIGURED_WAIT_MS, code);
    return;
  }
  const waitMs = Math.min(outcome.waitMs ?? UNAVAILABLE_WAIT_MS, MAX_WAIT_MS);
  await releaseUnused(lease, waitMs, code);
}

/** What Revento calls invalid_grant may be the cap of a year (contract 2.4), which is nobody's doing. */
function causeOf({ refreshExpiresAt }: TokenRow, told: EndCause): EndCause {
  const isExpired = told === "invalid_grant" && refreshExpiresAt.getTime() <= Date.now();
  return isExpired ? "consent_expired" : told;
}

async function endToken(token: TokenRow, cause: EndCause, lease?: Lease): Promise<never> {
  const { eventId, holder } = token;
  logOf("tokens").warn({ eventId, cause }, "a token ended");
  const generation = lease?.generation ?? token.generation;
  await endHolder(eventId, holder, { cause, epoch: token.epoch, generation });
  throw new ReventoError("refused", { code: cause });
}
