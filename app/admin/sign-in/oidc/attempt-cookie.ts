import {
  ATTEMPT_LIFETIME_S,
  operatorAttemptCookieName,
} from "@/lib/operators/oidc/sign-in-attempt";
import { cookieName, readCookie, serializeCookie } from "@/lib/session-cookie";

function nameOf(state: string): string {
  return cookieName(operatorAttemptCookieName(state));
}

/** The `Set-Cookie` value that ties a sign-in to this browser for as long as it may take. */
export function attemptCookie(state: string, value: string): string {
  return serializeCookie(nameOf(state), value, ATTEMPT_LIFETIME_S);
}

/** The `Set-Cookie` value that clears the cookie of a state. */
export function clearedAttemptCookie(state: string): string {
  return serializeCookie(nameOf(state), "", 0);
}

/** What this browser holds for a state. */
export function readAttemptCookie(
  request: Pick<Request, "headers">,
  state: string,
): string | undefined {
  return readCookie(request.headers.get("cookie"), nameOf(state));
}
