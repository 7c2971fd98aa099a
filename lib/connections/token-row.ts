import { type Sql, withEventSql } from "@/lib/db";

/** "installation", or the user (`usr_…`) whose grant it is. */
export type Holder = string;

/** What getAccessToken needs to know of a stored token; ciphertexts stay closed. */
export type TokenRow = {
  eventId: string;
  holder: Holder;
  accessToken: string;
  refreshToken: string;
  accessExpiresAt: Date;
  accessIssuedAt: Date;
  refreshExpiresAt: Date;
  generation: number;
  /** Attempts whose outcome is not known; 0 when the last one is settled. */
  refreshAttempts: number;
  /** Somebody is refreshing right now (`leaseHolder`), or all have to wait (without one). */
  isHeld: boolean;
  leaseHolder: string | null;
  heldForMs: number;
  /** Revento refused this token family before, and it was refreshed for it. */
  wasRefused: boolean;
  /** The connection's epoch, to end exactly this one. */
  epoch: number;
};

/** Reads one stored token. Undefined when there is none (any more). */
export async function readTokenRow(eventId: string, holder: Holder): Promise<TokenRow | undefined> {
  return withEventSql(eventId, (sql) => selectToken(sql, eventId, holder));
}

async function selectToken(sql: Sql, eventId: string, holder: Holder) {
  const found = await sql.query<TokenRow>(
    `SELECT t.event_id AS "eventId", t.holder, t.access_token AS "accessToken",
            t.refresh_token AS "refreshToken", t.access_expires_at AS "accessExpiresAt",
            t.access_issued_at AS "accessIssuedAt", t.refused_at IS NOT NULL AS "wasRefused",
            t.refresh_expires_at AS "refreshExpiresAt", t.generation, t.refresh_attempts AS "refreshAttempts",
            coalesce(t.lease_expires_at > now(), false) AS "isHeld",
            t.lease_holder AS "leaseHolder",
            greatest(0, coalesce(extract(epoch FROM t.lease_expires_at - now()) * 1000, 0))::float8
              AS "heldForMs",
            c.epoch
     FROM tokens t JOIN connections c ON c.event_id = t.event_id
     WHERE t.event_id = $1 AND t.holder = $2`,
    [eventId, holder],
  );
  return found.rows[0];
}
