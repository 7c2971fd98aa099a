import { logOf } from "@/lib/log";
import { signInRedirectUri } from "@/lib/revento/oauth/authorization-server";
import { exchangeCode } from "@/lib/revento/oauth/exchange-code";
import { refusalOfOutcome } from "@/lib/revento/oauth/refusal-of-outcome";
import type { GrantedTokens } from "@/lib/revento/oauth/token-outcome";
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
 * the portal needs (contract 2.2, 3.3, 3.6). Throws SignInRefusal.
 */
export async function obtainGrant(
  eventId: string,
  code: string,
  codeVerifier: string,
): Promise<ObtainedGrant> {
  const outcome = await exchangeCode(code, codeVerifier, signInRedirectUri());
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

/** Revento need not say whose a token is; whoever it is of it tells. */
async function ownerOf(accessToken: string): Promise<string | undefined> {
  try {
    return await readTokenOwner(accessToken);
  } catch (error) {
    logOf("portal").warn({ err: error }, "nobody says whose a token is");
    throw new SignInRefusal("malformed_answer");
  }
}
