import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a request that would change something and does not come from our own pages: the session
 * cookie alone proves nothing about who wrote a form. Throws AppError forbidden.
 */
export function requireSameOrigin(request: Request): void {
  if (SAFE_METHODS.has(request.method)) return;
  if (request.headers.get("origin") !== new URL(env().APP_URL).origin) {
    throw new AppError("forbidden", "This request did not come from Foyer's own pages.");
  }
}
