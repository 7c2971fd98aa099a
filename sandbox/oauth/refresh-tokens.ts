import type { Platform } from "../platform/platform";
import type { FamilyRow } from "../store/rows";
import { issueTokens, type TokenAnswer } from "./issue-tokens";
import { OAuthError } from "./oauth-error";
import { hashToken } from "./opaque-token";
import { revokeFamilies } from "./revoke-families";

type RefreshRow = { id: number; family_id: number; expires_at: number; rotated_at: number | null };

/**
 * Rotates a refresh token: a new pair comes back and the old one is dead (contract 2.5). Presenting
 * a dead one again revokes the whole family (2.7). Every refusal is invalid_grant, for good (2.6).
 */
export function refreshTokens(platform: Platform, refreshToken: string): TokenAnswer {
  const { store, clock } = platform;
  const row = store.row<RefreshRow>(
    "SELECT id, family_id, expires_at, rotated_at FROM refresh_tokens WHERE token_hash = ?",
    hashToken(refreshToken),
  );
  const family = row && store.row<FamilyRow>("SELECT * FROM families WHERE id = ?", row.family_id);
  if (!row || !family) throw new OAuthError("invalid_grant", "The refresh token is unknown.");
  if (family.revoked_at !== null) throw new OAuthError("invalid_grant", "The grant was revoked.");
  if (row.rotated_at !== null) {
    revokeFamilies(platform, { familyId: family.id }, "rotated refresh token presented again");
    throw new OAuthError(
      "invalid_grant",
      "The refresh token was rotated before; the grant is over.",
    );
  }
  if (clock.now() >= row.expires_at) {
    throw new OAuthError("invalid_grant", "The refresh token has expired.");
  }
  return store.transaction(() => {
    store.run("UPDATE refresh_tokens SET rotated_at = ? WHERE id = ?", clock.now(), row.id);
    return issueTokens(platform, family);
  });
}

/** A refresh token's log name and its family, dead or alive; for the request log only. */
export function identifyRefreshToken(
  platform: Platform,
  refreshToken: string,
): { tokenId: string; family: FamilyRow } | undefined {
  const row = platform.store.row<FamilyRow & { refresh_id: number }>(
    `SELECT families.*, refresh_tokens.id AS refresh_id FROM refresh_tokens
     JOIN families ON families.id = family_id WHERE token_hash = ?`,
    hashToken(refreshToken),
  );
  return row && { tokenId: `refresh_${row.refresh_id}`, family: row };
}
