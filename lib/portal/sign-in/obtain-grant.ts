import { setTimeout as sleep } from "node:timers/promises";
import { logOf } from "@/lib/log";
import { signInRedirectUri } from "@/lib/revento/oauth/authorization-server";
import { exchangeCode } from "@/lib/revento/oauth/exchange-code";
import { refusalOfOutcome } from "@/lib/revento/oauth/refusal-of-outcome";
import type { GrantedTokens, TokenOutcome } from "@/lib/revento/oauth/token-outcome";
import { ATTENDANCE_SCOPE, PROFILE_SCOPE } from "@/lib/revento/oauth/user-scopes";
import { readTokenOwner } from "@/lib/revento/read-me";
import { SignInRefusal } from "./sign-in-refusal";

export type ObtainedGrant = GrantedTokens & {
  organizationId: string;
  userId: string;
  scopes: string[];
};

/**
 * Turns a code into the user token of exactly the event that was asked for, with at least the scope
 * the portal needs (contract 2.2, 3.3, 3.6). Waits up to 10 s where Revento says when to ask again. Throws
 * SignInRefusal.
 */
export async function obtainGrant(
  eventId: string,
  code: string,
  codeVerifier: string,
): Promise<ObtainedGrant> {
  const outcome = await exchangePatiently(code, codeVerifier);
  if (outcome.outcome !== "granted") {
    logOf("portal").warn(
      { eventId, outcome: outcome.outcome, reason: outcome.code },
      "a code brought no tokens",
    );
    throw new SignInRefusal(refusalOfOutcome(outcome));
  }
  const { tokens } = outcome;
  const { organizationId } = tokens;
  if (tokens.eventId !== eventId) throw new SignInRefusal("wrong_event");
  const userId = tokens.userId ?? (await ownerOf(tokens.accessToken));
  if (userId === undefined) throw new SignInRefusal("wrong_event");
  if (organizationId === undefined) throw new SignInRefusal("malformed_answer");
  const scopes = tokens.scopes ?? [PROFILE_SCOPE, ATTENDANCE_SCOPE];
  if (!scopes.includes(PROFILE_SCOPE)) throw new SignInRefusal("scope_too_small");
  return { ...tokens, organizationId, userId, scopes };
}

/** A token endpoint that has too much to do says when to ask again; the code is good for a minute (contract 3.7). */
const PATIENCE_MS = 10_000;

async function exchangePatiently(code: string, codeVerifier: string): Promise<TokenOutcome> {
  for (let waitedMs = 0; ; ) {
    const outcome = await exchangeCode(code, codeVerifier, signInRedirectUri());
    const waitMs = outcome.outcome === "unavailable" ? outcome.waitMs : undefined;
    if (waitMs === undefined || waitedMs + waitMs > PATIENCE_MS) return outcome;
    await sleep(waitMs);
    // What is told to come back at once is not asked without end, either.
    waitedMs += Math.max(waitMs, 1_000);
  }
}

/** Revento need not say whose a token is; whoever it is of it tells. */
async function ownerOf(accessToken: string): Promise<string | undefined> {
  try {
    return await readTokenOwner(accessToken);
  } catch (error) {
    logOf("portal").warn({ err: error }, "nobody says whose a token is");
    throw new SignInRefusal("malformed_answer");
  }
}
