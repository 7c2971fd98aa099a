import { env } from "@/lib/env";

/**
 * Where a sign-in leads to: a page of the console on this very origin, as path and query. Anything else
 * that was asked for, such as another site, is the console's first page.
 */
export function consolePath(raw: string | null | undefined): string {
  const { origin } = new URL(env().APP_URL);
  const url = raw && raw.length <= 1_000 ? URL.parse(raw, origin) : null;
  if (url?.origin !== origin || !/^\/admin(\/|$)/.test(url.pathname)) return "/admin";
  if (/^\/admin\/sign-(in|out)(\/|$)/.test(url.pathname)) return "/admin";
  return url.pathname + url.search;
}
