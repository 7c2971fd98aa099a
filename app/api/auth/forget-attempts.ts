import { cookieName, serializeCookie } from "@/lib/session-cookie";

/** What each attempt keeps in the browser, and the order that they came in. */
const KINDS = ["foyer_sign_in_", "foyer_state_", "foyer_pkce_"];
/** Tabs in which somebody can be on the way to Revento at once, besides the newest. */
const MOST_OTHERS = 3;

/**
 * The `Set-Cookie` values that take all but the newest attempts away from a browser, by its `Cookie`
 * header, which names the oldest first (RFC 6265 5.4). Any page can make a browser begin sign-ins, and a
 * browser that brings too many cookies gets no answer at all.
 */
export function forgottenAttempts(cookieHeader: string | null): string[] {
  const names = (cookieHeader ?? "").split(/; */).map((pair) => pair.split("=", 1)[0] ?? "");
  return KINDS.flatMap((kind) =>
    names.filter((name) => name.startsWith(cookieName(kind))).slice(0, -MOST_OTHERS),
  ).map(goneCookie);
}

/** The `Set-Cookie` values that take what next-auth kept for one attempt away, whatever became of it. */
export function settledAttempt(id: string): string[] {
  return ["foyer_state_", "foyer_pkce_"].map((kind) => goneCookie(cookieName(kind + id)));
}

function goneCookie(name: string): string {
  return serializeCookie(name, "", 0);
}
