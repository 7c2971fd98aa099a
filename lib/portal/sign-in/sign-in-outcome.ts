import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { type Sql, withEventSql } from "@/lib/db";
import { env } from "@/lib/env";
import { createHandoff } from "./create-handoff";
import { createPortalSession } from "./create-portal-session";
import { ATTEMPT_LIFETIME_S, hashOf, type SignInAttempt } from "./sign-in-attempt";

/** What the browser gets: a session of its own, or a code for the frame that asked. */
export type SignedIn = { sid: string } | { handoffCode: string };

/** The grant that a sign-in brought. `grantedAt` is on Revento's clock. */
const Outcome = z.object({
  userId: z.string(),
  grantEpoch: z.number().int(),
  grantedAt: z.coerce.date(),
});
export type Outcome = z.output<typeof Outcome>;

/** Nobody works on a sign-in for so long. */
const WORKED_ON_S = 60;

/** The session, or the hand-over, that an attempt is for, in the caller's transaction. */
export async function createSignedIn(
  sql: Sql,
  { eventId, challenge }: SignInAttempt,
  outcome: Outcome,
): Promise<SignedIn> {
  const holder = { eventId, ...outcome };
  return challenge === undefined
    ? { sid: await createPortalSession(sql, { ...holder, isFramed: false }) }
    : { handoffCode: await createHandoff(sql, { ...holder, challenge }) };
}

/** Keeps what came of a sign-in for a browser that comes back because no answer reached it; in the caller's transaction. */
export async function keepOutcome(
  sql: Sql,
  eventId: string,
  state: string,
  outcome: Outcome,
): Promise<void> {
  const sealed = await encode({
    token: { ...outcome, grantedAt: outcome.grantedAt.toISOString() },
    secret: env().NEXTAUTH_SECRET,
    salt: saltOf(state),
    maxAge: 2 * ATTEMPT_LIFETIME_S,
  });
  await sql.query(
    "UPDATE spent_sign_ins SET outcome = $3 WHERE event_id = $1 AND state_hash = $2",
    [eventId, hashOf(state), sealed],
  );
}

/**
 * Takes up a sign-in whose attempt was spent before: `pending` while it is worked on; null when it came to nothing,
 * or what it brought has ended since.
 */
export async function resumeSignIn(
  attempt: SignInAttempt,
  state: string,
): Promise<SignedIn | "pending" | null> {
  const { eventId } = attempt;
  return withEventSql(eventId, async (sql) => {
    const found = await sql.query<{ outcome: string | null; is_recent: boolean }>(
      `SELECT outcome, spent_at > now() - $3 * interval '1 second' AS is_recent FROM spent_sign_ins
       WHERE event_id = $1 AND state_hash = $2 AND expires_at > now()`,
      [eventId, hashOf(state), WORKED_ON_S],
    );
    const [row] = found.rows;
    if (!row?.outcome) return row?.is_recent ? "pending" : null;
    const outcome = await openOutcome(state, row.outcome);
    const isAlive = outcome && (await isGranted(sql, eventId, outcome));
    return isAlive ? createSignedIn(sql, attempt, outcome) : null;
  });
}

/** The key is drawn from the state itself, which is nowhere here. */
function saltOf(state: string): string {
  return `foyer sign-in ${state}`;
}

async function openOutcome(state: string, sealed: string): Promise<Outcome | null> {
  const secret = env().NEXTAUTH_SECRET;
  const opened = await decode({ token: sealed, secret, salt: saltOf(state) }).catch(() => null);
  return Outcome.safeParse(opened).data ?? null;
}

async function isGranted(sql: Sql, eventId: string, outcome: Outcome): Promise<boolean> {
  const found = await sql.query(
    `SELECT 1 FROM connections c JOIN grants g ON g.event_id = c.event_id
     WHERE c.event_id = $1 AND c.state = 'active' AND g.user_id = $2 AND g.epoch = $3 AND g.state = 'active'`,
    [eventId, outcome.userId, outcome.grantEpoch],
  );
  return found.rowCount === 1;
}
