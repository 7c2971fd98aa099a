import { createHash, randomBytes } from "node:crypto";

/** A new session id, 256 random bits: what the cookie holds. */
export function newSessionId(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database holds of a session id. Null for what cannot be one. */
export function hashSessionId(id: string | undefined): string | null {
  if (!id || !/^[A-Za-z0-9_-]{43}$/.test(id)) return null;
  return createHash("sha256").update(id).digest("hex");
}
