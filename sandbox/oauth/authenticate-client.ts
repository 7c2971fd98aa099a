import { createHash, timingSafeEqual } from "node:crypto";
import type { Platform } from "../platform/platform";

/** Whether these are the registered client's credentials, compared in constant time. */
export function isRegisteredClient(platform: Platform, id: string, secret: string): boolean {
  const idMatches = equalInConstantTime(id, platform.config.clientId);
  return equalInConstantTime(secret, platform.config.clientSecret) && idMatches;
}

function equalInConstantTime(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
