import type { Platform } from "../platform/platform";
import { PlatformError } from "../platform/platform-error";
import type { PersonRow } from "../store/rows";
import { checkEligibility } from "./check-eligibility";
import { hashToken, newOpaqueToken } from "./opaque-token";
import { type AuthorizationRequest, refusalUrl } from "./read-authorization-request";

const CODE_LIFETIME_MS = 60_000;

export type Decision = { answer: "allow"; optionalScopes: readonly string[] } | { answer: "deny" };

/**
 * A person's answer on the consent screen. Gives back where the browser goes: the callback with a
 * single-use code of 60 s, or with the error (contract 3.6, 3.7). Throws invalid_scope if an optional
 * scope is granted that was not asked for.
 */
export function decideAuthorization(
  platform: Platform,
  request: AuthorizationRequest,
  person: PersonRow,
  decision: Decision,
): string {
  const ineligible = checkEligibility(platform, request, person);
  if (ineligible) {
    return refusalUrl(request.redirectUri, request.state, ineligible.error, ineligible.reason);
  }
  if (decision.answer === "deny") {
    const description = "The person did not agree.";
    return refusalUrl(request.redirectUri, request.state, "access_denied", description);
  }
  const extra = decision.optionalScopes.find((scope) => !request.scopes.optional.includes(scope));
  if (extra) throw new PlatformError(400, "invalid_scope", `${extra} was not asked for.`);
  const granted = request.scopes.optional.filter((scope) =>
    decision.optionalScopes.includes(scope),
  );
  const code = newOpaqueToken("rev_code");
  platform.store.insert("codes", {
    code_hash: hashToken(code),
    kind: request.scopes.kind,
    event_id: request.event.id,
    user_id: person.id,
    redirect_uri: request.redirectUri,
    code_challenge: request.codeChallenge,
    scope: [...request.scopes.required, ...granted].join(" "),
    expires_at: platform.clock.now() + CODE_LIFETIME_MS,
  });
  const url = new URL(request.redirectUri);
  url.searchParams.set("code", code);
  url.searchParams.set("state", request.state);
  return url.href;
}
