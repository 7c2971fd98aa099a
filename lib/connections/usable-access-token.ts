import { decryptToken } from "@/lib/token-cipher";
import type { TokenRow } from "./token-row";

/**
 * A token is refreshed this long before it expires, so that no call carries one that expires on the way; of a
 * short-lived one a fifth of its lifetime before, so that not every call refreshes it.
 */
const REFRESH_MARGIN_MS = 5 * 60_000;
const MARGIN_SHARE = 0.2;

/** Whether the access token has more than the margin left. */
export function isFresh({
  accessExpiresAt,
  accessIssuedAt,
}: Pick<TokenRow, "accessExpiresAt" | "accessIssuedAt">): boolean {
  const lifetimeMs = accessExpiresAt.getTime() - accessIssuedAt.getTime();
  const marginMs = Math.min(REFRESH_MARGIN_MS, Math.max(0, lifetimeMs) * MARGIN_SHARE);
  return accessExpiresAt.getTime() - Date.now() > marginMs;
}

/** The access token in clear, if it still lives and is not the one Revento has just rejected. */
export async function openAccessToken(
  token: TokenRow,
  rejected: string | undefined,
): Promise<string | undefined> {
  if (token.accessExpiresAt.getTime() <= Date.now()) return undefined;
  const { eventId, holder } = token;
  const access = await decryptToken(token.accessToken, { eventId, holder, use: "access" });
  return access === rejected ? undefined : access;
}
