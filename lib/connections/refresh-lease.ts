import { randomUUID } from "node:crypto";
import { withEventSql } from "@/lib/db";
import type { GrantedTokens } from "@/lib/revento/oauth/token-outcome";
import { encryptToken } from "@/lib/token-cipher";
import type { TokenRow } from "./token-row";

/** Longer than the token endpoint is waited for (20 s), so that a living holder keeps its lease. */
const LEASE_MS = 30_000;

/** The right to refresh one token, fenced: no write of its holder lands once somebody else took it. */
export type Lease = { eventId: string; holder: string; generation: number; id: string };

const FENCE = "event_id = $1 AND holder = $2 AND generation = $3 AND lease_holder = $4";

function fenceOf({ eventId, holder, generation, id }: Lease): (string | number)[] {
  return [eventId, holder, generation, id];
}

async function update(lease: Lease, assignments: string, values: unknown[]): Promise<boolean> {
  return withEventSql(lease.eventId, async (sql) => {
    const done = await sql.query(`UPDATE tokens SET ${assignments} WHERE ${FENCE}`, [
      ...fenceOf(lease),
      ...values,
    ]);
    return done.rowCount === 1;
  });
}

/**
 * Takes the lease on a token exactly as it was read, and writes down, before anything is sent, that a
 * refresh is being sent. Undefined when somebody else was faster, or the token is another one by now:
 * a connection made anew counts its generations from the start.
 */
export async function takeLease(token: TokenRow): Promise<Lease | undefined> {
  const id = randomUUID();
  return withEventSql(token.eventId, async (sql) => {
    const taken = await sql.query<{ generation: number }>(
      `UPDATE tokens SET generation = generation + 1, lease_holder = $4,
         lease_expires_at = now() + $5 * interval '1 millisecond',
         refresh_sent_at = now(), refresh_attempts = refresh_attempts + 1
       WHERE event_id = $1 AND holder = $2 AND generation = $3 AND refresh_token = $6
         AND (lease_expires_at IS NULL OR lease_expires_at <= now())
       RETURNING generation`,
      [token.eventId, token.holder, token.generation, id, LEASE_MS, token.refreshToken],
    );
    const generation = taken.rows[0]?.generation;
    if (generation === undefined) return undefined;
    return { eventId: token.eventId, holder: token.holder, generation, id };
  });
}

/** Stores what a refresh brought and gives the lease back. False: the lease was lost, nothing stored. */
export async function storeRefreshed(lease: Lease, tokens: GrantedTokens): Promise<boolean> {
  const { eventId, holder } = lease;
  const [access, refresh] = await Promise.all([
    encryptToken(tokens.accessToken, { eventId, holder, use: "access" }),
    encryptToken(tokens.refreshToken, { eventId, holder, use: "refresh" }),
  ]);
  return update(
    lease,
    `access_token = $5, refresh_token = $6, access_expires_at = $7, refresh_expires_at = $8,
     scopes = coalesce($9::text[], scopes), lease_holder = NULL, lease_expires_at = NULL,
     refresh_sent_at = NULL, refresh_attempts = 0, refresh_failed_at = NULL, refresh_failure = NULL,
     access_issued_at = now()`,
    [access, refresh, tokens.accessExpiresAt, tokens.refreshExpiresAt, tokens.scopes ?? null],
  );
}

/**
 * Nothing was done at Revento, because of `failure`: gives the lease back, and nobody asks again before
 * `waitMs` are over.
 */
export async function releaseUnused(
  lease: Lease,
  waitMs: number,
  failure: string,
): Promise<boolean> {
  return update(
    lease,
    `lease_holder = NULL, lease_expires_at = now() + $5 * interval '1 millisecond',
     refresh_attempts = refresh_attempts - 1,
     refresh_sent_at = CASE WHEN refresh_attempts > 1 THEN refresh_sent_at END,
     refresh_failed_at = now(), refresh_failure = $6`,
    [waitMs, failure],
  );
}

/** The outcome is not known: gives the lease back and leaves the attempt on record. */
export async function releaseUnknown(lease: Lease): Promise<boolean> {
  return update(
    lease,
    `lease_holder = NULL, lease_expires_at = NULL, refresh_failed_at = now(),
     refresh_failure = 'outcome_unknown'`,
    [],
  );
}

/** Whether the lease is still ours; if so, for its whole length again. */
export async function renewLease(lease: Lease): Promise<boolean> {
  return update(lease, "lease_expires_at = now() + $5 * interval '1 millisecond'", [LEASE_MS]);
}
