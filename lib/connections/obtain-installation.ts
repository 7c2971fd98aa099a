import { logOf } from "@/lib/log";
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from "@/lib/revento/oauth/begin-authorization";
import { exchangeCode } from "@/lib/revento/oauth/exchange-code";
import type { GrantedTokens, TokenOutcome } from "@/lib/revento/oauth/token-outcome";
import { ConnectRefusal, type ConnectRefusalReason } from "./connect-refusal";

export type Installation = GrantedTokens & { scopes: string[] };

/**
 * Turns a code into the installation of exactly the event that was asked for, with at least the
 * scopes Foyer needs (contract 3.3, 3.6). Throws ConnectRefusal.
 */
export async function obtainInstallation(
  eventId: string,
  code: string,
  codeVerifier: string,
): Promise<Installation> {
  const outcome = await exchangeCode(code, codeVerifier);
  if (outcome.outcome !== "granted") {
    logOf("connect").warn(
      { eventId, outcome: outcome.outcome, reason: outcome.code },
      "a code brought no tokens",
    );
    throw new ConnectRefusal(reasonOf(outcome), eventId);
  }
  const { tokens } = outcome;
  if (tokens.eventId !== eventId || tokens.userId !== undefined) {
    throw new ConnectRefusal("wrong_event", eventId);
  }
  const scopes = tokens.scopes ?? [...REQUIRED_SCOPES, ...OPTIONAL_SCOPES];
  if (!REQUIRED_SCOPES.every((scope) => scopes.includes(scope))) {
    throw new ConnectRefusal("scope_too_small", eventId);
  }
  return { ...tokens, scopes };
}

function reasonOf(outcome: Exclude<TokenOutcome, { outcome: "granted" }>): ConnectRefusalReason {
  if (outcome.outcome === "unavailable") return "revento_unavailable";
  if (outcome.outcome === "refused") {
    return outcome.code === "invalid_grant" ? "code_refused" : "client_refused";
  }
  return outcome.code === "malformed_answer" ? "malformed_answer" : "answer_lost";
}
