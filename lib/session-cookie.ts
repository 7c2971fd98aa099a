import { env } from "@/lib/env";

/** Browsers keep a cookie for 400 days at the most; the session itself ends on the server. */
const MAX_AGE_S = 400 * 86_400;

/** Whether people reach Foyer over https. */
export function isSecure(): boolean {
  return env().APP_URL.startsWith("https:");
}

/** The `__Host-` prefix keeps other hosts and plain http from planting the cookie (RFC 6265bis). */
export function cookieName(base: string): string {
  return isSecure() ? `__Host-${base}` : base;
}

/** The name of the cookie that holds the session id. */
export function sessionCookieName(): string {
  return cookieName("foyer");
}

/**
 * A `Set-Cookie` value that only the server reads. Lax, because Revento sends the browser back with
 * a navigation from another site. `maxAgeS` 0 deletes the cookie.
 */
export function serializeCookie(name: string, value: string, maxAgeS: number): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${maxAgeS}; HttpOnly; SameSite=Lax${secure}`;
}

/** The `Set-Cookie` value that gives a browser its session, or takes it with `null`. */
export function sessionCookie(id: string | null): string {
  return serializeCookie(sessionCookieName(), id ?? "", id === null ? 0 : MAX_AGE_S);
}

/**
 * One cookie of a `Cookie` header. Only spaces and tabs before a name are not part of it: after any other
 * white space it is another name to a browser, which no `__Host-` keeps other hosts from planting.
 */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const at = pair.indexOf("=");
    const isIt = at > 0 && pair.slice(0, at).replace(/^[ \t]+/, "") === name;
    if (isIt) return pair.slice(at + 1).trim();
  }
  return undefined;
}
