import { logOf } from "@/lib/log";
import { connectRedirectUri } from "@/lib/revento/oauth/authorization-server";
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from "@/lib/revento/oauth/begin-authorization";
import { exchangeCode } from "@/lib/revento/oauth/exchange-code";
import { refusalOfOutcome } from "@/lib/revento/oauth/refusal-of-outcome";
import type { GrantedTokens } from "@/lib/revento/oauth/token-outcome";
import { ConnectRefusal } from "./connect-refusal";

export type Installation = GrantedTokens & { organizationId: string; scopes: string[] };

/**
 * Turns a code into the installation of exactly the event that was asked for, with at least the
 * scopes Foyer needs (contract 3.3, 3.6). Throws ConnectRefusal.
 */
export async function obtainInstallation(
  eventId: string,
  code: string,
  codeVerifier: string,
): Promise<Installation> {
  const outcome = await exchangeCode(code, codeVerifier, connectRedirectUri());
  if (outcome.outcome !== "granted") {
    logOf("connect").warn(
      { eventId, outcome: outcome.outcome, reason: outcome.code },
      "a code brought no tokens",
    );
    throw new ConnectRefusal(refusalOfOutcome(outcome), eventId);
  }
  const { tokens } = outcome;
  if (tokens.eventId !== eventId || tokens.userId !== undefined) {
    throw new ConnectRefusal("wrong_event", eventId);
  }
  const { organizationId } = tokens;
  if (organizationId === undefined) throw new ConnectRefusal("malformed_answer", eventId);
  const scopes = tokens.scopes ?? [...REQUIRED_SCOPES, ...OPTIONAL_SCOPES];
  if (!REQUIRED_SCOPES.every((scope) => scopes.includes(scope))) {
    throw new ConnectRefusal("scope_too_small", eventId);
  }
  return { ...tokens, organizationId, scopes };
}
