import { setTimeout as sleep } from "node:timers/promises";
import { type SealedTokens, sealTokens, storeTokens } from "@/lib/connections/store-tokens";
import type { Sql } from "@/lib/db";
import { isBusy } from "@/lib/is-busy";
import { changeEventInSql, type EventChange, IN_BACKGROUND } from "@/lib/live/change-event";
import type { ObtainedGrant } from "./obtain-grant";
import type { SignInAttempt } from "./sign-in-attempt";
import { createSignedIn, keepOutcome, type SignedIn } from "./sign-in-outcome";
import { SignInRefusal } from "./sign-in-refusal";

/** A code that was exchanged is used up: storing what it brought is tried for so long. */
const PATIENCE_MS = 45_000;
const TRY_AGAIN_MS = 500;

/**
 * Stores a participant's grant with everything that belongs to it, or nothing: the tokens, a session
 * or a hand-over, the audit. One grant per (user, event) (contract 2.2): a second sign-in takes the
 * place of the first one's tokens, whose family Revento ended, and leaves its sessions signed in. A database that
 * has too much to do is waited for. With `state` the browser that began it finds the outcome when it comes back.
 * Throws SignInRefusal `not_connected` when the connection has ended meanwhile.
 */
export async function storeGrant(
  attempt: SignInAttempt,
  granted: ObtainedGrant,
  state?: string,
): Promise<SignedIn> {
  const { eventId } = attempt;
  const sealed = await sealTokens(eventId, granted.userId, granted);
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await changeEventInSql(
        eventId,
        (change) => store(change, attempt, { granted, sealed, state }),
        { ...IN_BACKGROUND, of: "person" },
      );
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      await sleep(TRY_AGAIN_MS * (1 + Math.random()));
    }
  }
}

type Grant = { granted: ObtainedGrant; sealed: SealedTokens; state: string | undefined };

/** Tokens before the grant, as whoever ends it does: two that wait for each other would wait for ever. */
async function store(
  { sql, eventId, changed, audit }: EventChange,
  attempt: SignInAttempt,
  { granted, sealed, state }: Grant,
): Promise<SignedIn> {
  const { userId, scopes, issuedAt } = granted;
  await requireConnectionOf(sql, eventId, granted.organizationId);
  const [, grantEpoch] = await Promise.all([
    storeTokens(sql, eventId, sealed),
    upsertGrant(sql, eventId, granted),
  ]);
  const outcome = { userId, grantEpoch, grantedAt: issuedAt };
  const [signedIn] = await Promise.all([
    createSignedIn(sql, attempt, outcome),
    audit(userId, "grant.given", { userId, scopes, epoch: grantEpoch }),
    state && keepOutcome(sql, eventId, state, outcome),
  ]);
  changed("grants", [userId]);
  return signedIn;
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
