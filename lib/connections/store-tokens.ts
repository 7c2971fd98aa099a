import type { Sql } from "@/lib/db";
import type { GrantedTokens } from "@/lib/revento/oauth/token-outcome";
import { encryptToken } from "@/lib/token-cipher";
import type { Holder } from "./token-row";

/** A new token family, closed for its row. */
export type SealedTokens = {
  holder: Holder;
  access: string;
  refresh: string;
  granted: Pick<GrantedTokens, "accessExpiresAt" | "refreshExpiresAt" | "issuedAt">;
  scopes: string[];
};

/** Encrypts what a consent brought, before the transaction that stores it (contract 2.9). */
export async function sealTokens(
  eventId: string,
  holder: Holder,
  granted: GrantedTokens & { scopes: string[] },
): Promise<SealedTokens> {
  const binding = { eventId, holder };
  const [access, refresh] = await Promise.all([
    encryptToken(granted.accessToken, { ...binding, use: "access" }),
    encryptToken(granted.refreshToken, { ...binding, use: "refresh" }),
  ]);
  return { holder, access, refresh, granted, scopes: granted.scopes };
}

/**
 * Puts a new token family in the place of the holder's old one, in the caller's transaction. Its
 * generation goes on, and begins anywhere, so that neither a refresh nor a refusal of an older family
 * can touch it, whether that was replaced or had ended.
 */
export async function storeTokens(sql: Sql, eventId: string, sealed: SealedTokens): Promise<void> {
  const { holder, access, refresh, granted, scopes } = sealed;
  await sql.query(
    `INSERT INTO tokens AS t
       (event_id, holder, access_token, refresh_token, access_expires_at, refresh_expires_at,
        first_issued_at, scopes, generation)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1 + floor(random() * 1000000000)::int)
     ON CONFLICT (event_id, holder) DO UPDATE SET
       access_token = excluded.access_token, refresh_token = excluded.refresh_token,
       access_expires_at = excluded.access_expires_at,
       refresh_expires_at = excluded.refresh_expires_at,
       first_issued_at = excluded.first_issued_at, scopes = excluded.scopes,
       generation = t.generation + 1, lease_holder = NULL, lease_expires_at = NULL,
       refresh_sent_at = NULL, refresh_attempts = 0, refresh_failed_at = NULL,
       refresh_failure = NULL, access_issued_at = now(), refused_at = NULL,
       concurrent_refusals = 0, paused_until = NULL`,
    [
      eventId,
      holder,
      access,
      refresh,
      granted.accessExpiresAt,
      granted.refreshExpiresAt,
      granted.issuedAt,
      scopes,
    ],
  );
}
