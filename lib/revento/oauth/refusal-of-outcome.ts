import type { TokenOutcome } from "./token-outcome";

/** What a person can be told when a code brought no tokens. */
export type TokenRefusal =
  | "code_refused"
  | "client_refused"
  | "revento_unavailable"
  | "answer_lost"
  | "malformed_answer";

/** The reason behind an exchange of a code that was not granted. */
export function refusalOfOutcome(
  outcome: Exclude<TokenOutcome, { outcome: "granted" }>,
): TokenRefusal {
  if (outcome.outcome === "unavailable") return "revento_unavailable";
  if (outcome.outcome === "refused") {
    return outcome.code === "invalid_grant" ? "code_refused" : "client_refused";
  }
  return outcome.code === "malformed_answer" ? "malformed_answer" : "answer_lost";
}
