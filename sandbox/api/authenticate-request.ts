import { hashToken } from "../oauth/opaque-token";
import type { Platform } from "../platform/platform";
import { PlatformError } from "../platform/platform-error";
import type { FamilyRow } from "../store/rows";

/** A living access token and the tuple it belongs to. */
export type Authentication = { tokenId: string; family: FamilyRow; expiresAt: number };

/**
 * The family of a bearer token, dead or alive, or undefined for one never issued. Kept apart from
 * `requireLivingToken` so that the log knows refused callers too.
 */
export function findAuthentication(
  platform: Platform,
  authorization: string | undefined,
): Authentication | undefined {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? "")?.[1];
  if (!token) return undefined;
  const access = platform.store.row<{ id: number; family_id: number; expires_at: number }>(
    "SELECT id, family_id, expires_at FROM access_tokens WHERE token_hash = ?",
    hashToken(token),
  );
  if (!access) return undefined;
  const family = platform.store.row<FamilyRow>(
    "SELECT * FROM families WHERE id = ?",
    access.family_id,
  );
  if (!family) return undefined;
  return { tokenId: `access_${access.id}`, family, expiresAt: access.expires_at };
}

/** Throws 401 invalid_token, token_revoked or token_expired (contract 2.6); revoked goes first. */
export function requireLivingToken(
  platform: Platform,
  authentication: Authentication | undefined,
): FamilyRow {
  if (!authentication) {
    throw new PlatformError(401, "invalid_token", "The access token is missing or unknown.");
  }
  if (authentication.family.revoked_at !== null) {
    throw new PlatformError(401, "token_revoked", "This grant was revoked.");
  }
  if (platform.clock.now() >= authentication.expiresAt) {
    throw new PlatformError(401, "token_expired", "The access token has expired.");
  }
  return authentication.family;
}
