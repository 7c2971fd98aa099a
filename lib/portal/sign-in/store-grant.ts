import { sealTokens, storeTokens } from "@/lib/connections/store-tokens";
import type { Sql } from "@/lib/db";
import { changeEventInSql, IN_BACKGROUND } from "@/lib/live/change-event";
import { createHandoff } from "./create-handoff";
import { createPortalSession } from "./create-portal-session";
import type { ObtainedGrant } from "./obtain-grant";
import type { SignInAttempt } from "./sign-in-attempt";
import { SignInRefusal } from "./sign-in-refusal";

/** What the browser gets: a session of its own, or a code for the frame that asked. */
export type SignedIn = { sid: string } | { handoffCode: string };

/**
 * Stores a participant's grant with everything that belongs to it, or nothing: the tokens, a session
 * or a hand-over, the audit. One grant per (user, event) (contract 2.2): a second sign-in takes the
 * place of the first one's tokens, whose family Revento ended, and leaves its sessions signed in.
 * Throws SignInRefusal `not_connected` when the connection has ended meanwhile.
 */
export async function storeGrant(
  attempt: SignInAttempt,
  granted: ObtainedGrant,
): Promise<SignedIn> {
  const { eventId } = attempt;
  const { userId, scopes } = granted;
  const sealed = await sealTokens(eventId, userId, granted);
  return changeEventInSql(
    eventId,
    async ({ sql, changed, audit }): Promise<SignedIn> => {
      await requireConnectionOf(sql, eventId, granted.organizationId);
      const epoch = await upsertGrant(sql, eventId, granted);
      await storeTokens(sql, eventId, sealed);
      await audit(userId, "grant.given", { userId, scopes, epoch });
      changed("grants", [userId]);
      const holder = { eventId, userId, grantEpoch: epoch, grantedAt: granted.issuedAt };
      return attempt.challenge === undefined
        ? { sid: await createPortalSession(sql, { ...holder, isFramed: false }) }
        : { handoffCode: await createHandoff(sql, { ...holder, challenge: attempt.challenge }) };
    },
    IN_BACKGROUND,
  );
}

async function requireConnectionOf(
  sql: Sql,
  eventId: string,
  organizationId: string,
): Promise<void> {
  const found = await sql.query(
    `SELECT 1 FROM connections
     WHERE event_id = $1 AND organization_id = $2 AND state = 'active' FOR SHARE`,
    [eventId, organizationId],
  );
  if (found.rowCount === 0) throw new SignInRefusal("not_connected");
}

/** Answers the grant's epoch: a new one after an end, so that the sessions of before stay signed out. */
async function upsertGrant(
  sql: Sql,
  eventId: string,
  { userId, scopes, issuedAt }: ObtainedGrant,
): Promise<number> {
  const stored = await sql.query<{ epoch: number }>(
    `INSERT INTO grants AS g (event_id, user_id, state, cause, state_since, scopes, granted_at)
     VALUES ($1, $2, 'active', 'signed_in', now(), $3, $4)
     ON CONFLICT (event_id, user_id) DO UPDATE SET
       state = 'active', cause = 'signed_in', scopes = excluded.scopes,
       state_since = CASE WHEN g.state = 'active' THEN g.state_since ELSE now() END,
       granted_at = CASE WHEN g.state = 'active' THEN g.granted_at ELSE excluded.granted_at END,
       epoch = g.epoch + CASE WHEN g.state = 'active' THEN 0 ELSE 1 END,
       checked_at = NULL, check_failure = NULL
     RETURNING g.epoch`,
    [eventId, userId, scopes, issuedAt],
  );
  const grant = stored.rows[0];
  if (!grant) throw new Error("storing a grant returned no row");
  return grant.epoch;
}
