import {
  ATTEMPT_LIFETIME_S,
  type AttemptCookie,
  attemptCookieName,
} from "@/lib/connections/connect-attempt";
import { cookieName, readCookie, serializeCookie } from "@/lib/session-cookie";

/** The `Set-Cookie` value that ties an attempt to this browser for as long as the attempt lives. */
export function attemptCookie({ name, value }: AttemptCookie): string {
  return serializeCookie(cookieName(name), value, ATTEMPT_LIFETIME_S);
}

/** The `Set-Cookie` value that clears the cookie of a state. */
export function clearedAttemptCookie(state: string): string {
  return serializeCookie(cookieName(attemptCookieName(state)), "", 0);
}

/** What this browser holds for a state. */
export function readAttemptCookie(
  request: Pick<Request, "headers">,
  state: string,
): string | undefined {
  return readCookie(request.headers.get("cookie"), cookieName(attemptCookieName(state)));
}
