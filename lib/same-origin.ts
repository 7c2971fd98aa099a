import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a request that would change something and does not come from our own pages: the session
 * cookie alone proves nothing about who wrote a form. Both of a browser's testimonies must agree, its
 * `Origin` and, where it sends any, its fetch metadata (W3C Fetch Metadata 2.3), which no page can
 * forge. A form of ours that is sent from a popup, or from our page inside somebody's frame, is
 * same-origin to both; what only shares our site is not. Throws AppError forbidden.
 */
export function requireSameOrigin({ method, headers }: Request): void {
  if (SAFE_METHODS.has(method)) return;
  const isOurs = headers.get("origin") === new URL(env().APP_URL).origin;
  const site = headers.get("sec-fetch-site");
  if (!isOurs || (site !== null && site !== "same-origin")) {
    throw new AppError("forbidden", "This request did not come from Foyer's own pages.");
  }
}
