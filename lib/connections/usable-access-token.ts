import { decryptToken } from "@/lib/token-cipher";
import type { TokenRow } from "./token-row";

/** A token is refreshed this long before it ends, so that no call carries one that ends on the way. */
const REFRESH_MARGIN_MS = 5 * 60_000;

/** Whether the access token has more than the margin left. */
export function isFresh(token: TokenRow): boolean {
  return token.accessExpiresAt.getTime() - Date.now() > REFRESH_MARGIN_MS;
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
