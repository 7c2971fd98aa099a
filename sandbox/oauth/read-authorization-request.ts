import { findEvent } from "../platform/find-event";
import { readIntegrationState } from "../platform/integration-state";
import type { Platform } from "../platform/platform";
import type { EventRow } from "../store/rows";
import { type RequestedScopes, readRequestedScopes } from "./requested-scopes";

/** A well-formed authorization request (contract 3.1). */
export type AuthorizationRequest = {
  redirectUri: string;
  state: string;
  codeChallenge: string;
  scopes: RequestedScopes;
  event: EventRow;
};

export type ReadAuthorization =
  | { outcome: "valid"; request: AuthorizationRequest }
  /** The client cannot be trusted with a redirect: the person is told on the spot. */
  | { outcome: "untrusted"; message: string }
  | { outcome: "refused"; redirectTo: string };

/**
 * Checks the parameters of `/oauth/authorize`. `redirect_uri` must equal a registered one byte for
 * byte; everything wrong after that is reported by a redirect with `error` and `state`
 * (RFC 6749 4.1.2.1).
 */
export function readAuthorizationRequest(
  platform: Platform,
  query: URLSearchParams,
): ReadAuthorization {
  const { config } = platform;
  const redirectUri = query.get("redirect_uri") ?? "";
  if (query.get("client_id") !== config.clientId) {
    return { outcome: "untrusted", message: "This application is not registered with Revento." };
  }
  if (!config.redirectUris.includes(redirectUri)) {
    return { outcome: "untrusted", message: "The redirect_uri is not a registered one." };
  }
  const read = readTrusted(platform, query);
  if ("request" in read) {
    return { outcome: "valid", request: { redirectUri, ...read.request } };
  }
  const { error, description } = read;
  const redirectTo = refusalUrl(redirectUri, query.get("state"), error, description);
  return { outcome: "refused", redirectTo };
}

type Problem = { error: string; description: string };

function readTrusted(
  platform: Platform,
  query: URLSearchParams,
): Problem | { request: Omit<AuthorizationRequest, "redirectUri"> } {
  const problem = findProtocolProblem(query);
  if (problem) return problem;
  const scopes = readRequestedScopes(query.get("scope") ?? "");
  if (!scopes) {
    return { error: "invalid_scope", description: "These scopes cannot be asked for together." };
  }
  const event = findEvent(platform, query.get("event_id") ?? "");
  if (!event) return { error: "invalid_request", description: "event_id is missing or unknown." };
  const integration = readIntegrationState(platform);
  if (integration.suspended || !integration.published) {
    const description = "This integration is not available at present.";
    return { error: "unauthorized_client", description };
  }
  const state = query.get("state") ?? "";
  const codeChallenge = query.get("code_challenge") ?? "";
  return { request: { state, codeChallenge, scopes, event } };
}

function findProtocolProblem(query: URLSearchParams): Problem | undefined {
  const doubled = [...new Set(query.keys())].find((key) => query.getAll(key).length > 1);
  if (doubled) {
    return { error: "invalid_request", description: `${doubled} is given more than once.` };
  }
  if (query.get("response_type") !== "code") {
    const description = "response_type must be code.";
    return { error: "unsupported_response_type", description };
  }
  if (!query.get("state")) return { error: "invalid_request", description: "state is missing." };
  const challenge = query.get("code_challenge") ?? "";
  if (query.get("code_challenge_method") !== "S256" || !/^[\w-]{43}$/.test(challenge)) {
    const description = "PKCE with code_challenge_method=S256 is required.";
    return { error: "invalid_request", description };
  }
  return undefined;
}

/** Where a refusal sends the browser: `error`, a sentence, and `state` as it came. */
export function refusalUrl(
  redirectUri: string,
  state: string | null,
  error: string,
  description: string,
): string {
  const url = new URL(redirectUri);
  url.searchParams.set("error", error);
  url.searchParams.set("error_description", description);
  if (state) url.searchParams.set("state", state);
  return url.href;
}
