import { cookieName, serializeCookie } from "@/lib/session-cookie";

/** No session lives longer. */
const MAX_AGE_S = 8 * 3600;

/** The name of the cookie that holds an operator's session id. */
export function operatorCookieName(): string {
  return cookieName("foyer_operator");
}

/**
 * The `Set-Cookie` value that gives a browser its operator's session, or takes it with `null`. Lax, not
 * Strict: the navigation to the console that follows a sign-in began at the provider's site.
 */
export function operatorCookie(id: string | null): string {
  return serializeCookie(operatorCookieName(), id ?? "", id === null ? 0 : MAX_AGE_S);
}
