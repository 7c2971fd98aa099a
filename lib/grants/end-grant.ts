import type { Sql } from "@/lib/db";
import type { EventChange } from "@/lib/live/change-event";

/** The answer that brings a token says when in whole seconds (`Date`, RFC 9110 5.6.7). */
export const ROUNDED_AWAY_MS = 1_000;
const ROUNDED_AWAY = `interval '${ROUNDED_AWAY_MS} ms'`;

/**
 * Why a grant ended: Revento's word where it gave one (`user.revoked_access`, `token_revoked`,
 * `invalid_grant`, …), or ours (`signed_out`, `signed_out_everywhere`, `outcome_unknown`).
 */
export type GrantEnd = {
  cause: string;
  /** Ends only a grant whose token is still of this generation: not one that was given meanwhile. */
  generation?: number;
  /** Ends only a grant that was certainly given by then, on Revento's clock. */
  givenBy?: Date;
};

/**
 * Ends a participant's grant (contract 7.5, 7.7): no token left, nothing of their profile, an audit entry. Its
 * sessions stay, to say why. Answers whether a living grant ended.
 */
export async function endGrant(
  { sql, eventId, changed, audit }: EventChange,
  userId: string,
  { cause, generation, givenBy }: GrantEnd,
): Promise<boolean> {
  const token = await sql.query(
    `DELETE FROM tokens WHERE event_id = $1 AND holder = $2 AND holder <> 'installation'
       AND ($3::int IS NULL OR generation = $3)
       AND ($4::timestamptz IS NULL OR first_issued_at + ${ROUNDED_AWAY} <= $4)`,
    [eventId, userId, generation ?? null, givenBy ?? null],
  );
  const isFenced = generation !== undefined || givenBy !== undefined;
  if (token.rowCount === 0 && isFenced) return false;
  if ((await closeGrants(sql, eventId, cause, [userId])) === 0) return false;
  const actor = cause.startsWith("signed_out") ? userId : "revento";
  await audit(actor, "grant.ended", { userId, cause });
  changed("grants", [userId]);
  return true;
}

/** Whether nobody can tell, without asking Revento, if a person's token was given before or after a moment. */
export async function isInDoubt(
  { sql, eventId }: EventChange,
  userId: string,
  at: Date,
): Promise<boolean> {
  const found = await sql.query(
    `SELECT 1 FROM tokens WHERE event_id = $1 AND holder = $2
       AND first_issued_at <= $3 AND first_issued_at + ${ROUNDED_AWAY} > $3`,
    [eventId, userId, at],
  );
  return found.rowCount === 1;
}

/**
 * Ends every grant of an event whose connection has ended (contract 7.1 to 7.6), whose
 * tokens are deleted already. Answers how many there were.
 */
export async function endGrantsOfEvent(sql: Sql, eventId: string): Promise<number> {
  return closeGrants(sql, eventId, "connection_ended", null);
}

/** `userIds` is null for everybody of the event. Answers how many were active. */
export async function closeGrants(
  sql: Sql,
  eventId: string,
  cause: string,
  userIds: readonly string[] | null,
): Promise<number> {
  await sql.query(
    "DELETE FROM handoffs WHERE event_id = $1 AND ($2::text[] IS NULL OR user_id = ANY($2))",
    [eventId, userIds],
  );
  const { rowCount } = await sql.query(
    `UPDATE grants SET state = 'ended', cause = $3, state_since = now(), name = NULL, email = NULL,
       profile_read_at = NULL, application_read_at = NULL, checked_at = NULL, check_failure = NULL
     WHERE event_id = $1 AND ($2::text[] IS NULL OR user_id = ANY($2)) AND state = 'active'`,
    [eventId, userIds, cause],
  );
  return rowCount ?? 0;
}
