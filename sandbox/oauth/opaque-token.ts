import { createHash, randomBytes } from "node:crypto";

/** A new opaque secret such as `rev_install_…` (spellings: contract 2.8). */
export function newOpaqueToken(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString("base64url")}`;
}

/** What is stored of a secret: its SHA-256 in hex. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
