import type { Platform } from "../platform/platform";
import type { FamilyRow } from "../store/rows";
import { hashToken, newOpaqueToken } from "./opaque-token";

const ACCESS_LIFETIME_S = 3_600;
const REFRESH_LIFETIME_S = 7_776_000;
const FAMILY_CAP_MS = 365 * 86_400_000;

/** The answer of the token endpoint (contract 3.3); lifetimes in seconds. */
export type TokenAnswer = {
  access_token: string;
  refresh_token: string;
  token_type: "Bearer";
  expires_in: number;
  refresh_expires_in: number;
  scope: string;
  event_id: string;
  organization_id: string;
  user_id?: string;
};

/**
 * Issues one access and one refresh token of a family: 1 hour, and 90 days sliding but never beyond
 * one year after the family's first issue (contract 2.4).
 */
export function issueTokens(platform: Platform, family: FamilyRow): TokenAnswer {
  const now = platform.clock.now();
  const accessToken = newOpaqueToken(family.kind === "installation" ? "rev_install" : "rev_user");
  const refreshToken = newOpaqueToken("rev_refresh");
  const untilCapS = Math.floor((family.first_issued_at + FAMILY_CAP_MS - now) / 1000);
  const refreshLifetimeS = Math.min(REFRESH_LIFETIME_S, untilCapS);
  platform.store.insert("access_tokens", {
    token_hash: hashToken(accessToken),
    family_id: family.id,
    expires_at: now + ACCESS_LIFETIME_S * 1000,
  });
  platform.store.insert("refresh_tokens", {
    token_hash: hashToken(refreshToken),
    family_id: family.id,
    expires_at: now + refreshLifetimeS * 1000,
  });
  return {
    access_token: accessToken,
    refresh_token: refreshToken,
    token_type: "Bearer",
    expires_in: ACCESS_LIFETIME_S,
    refresh_expires_in: refreshLifetimeS,
    scope: family.scope,
    event_id: family.event_id,
    organization_id: family.organization_id,
    ...(family.user_id ? { user_id: family.user_id } : {}),
  };
}
