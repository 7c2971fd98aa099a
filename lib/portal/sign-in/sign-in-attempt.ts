import { createHash, randomBytes } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { withEventSql } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { EventId } from "@/lib/event-id";
import { cookieName } from "@/lib/session-cookie";

/** From leaving for Revento to coming back. */
export const ATTEMPT_LIFETIME_S = 600;

/** One sign-in on its way through Revento, as this browser holds it. */
export const SignInAttempt = z.object({
  /** Keeps the cookies of attempts in several tabs apart. */
  id: z.string().regex(/^[\w-]{8,32}$/),
  eventId: EventId,
  /** Where in the portal the browser ends up: a path of ours. */
  returnTo: z.string(),
  /** Set when a frame asks for it: SHA-256, base64url, of what only the frame knows. */
  challenge: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/, "is not a challenge")
    .optional(),
});
export type SignInAttempt = z.output<typeof SignInAttempt>;

/** In characters, escaped: browsers drop a cookie of more than 4 KiB, and with it the whole attempt. */
const LONGEST_RETURN = 1_000;

const Input = z.object({
  event_id: EventId,
  callbackUrl: z.string().max(2_000).optional(),
  challenge: SignInAttempt.shape.challenge,
});

/**
 * Begins an attempt from what the sign-in form sent. Throws ZodError for what is malformed and
 * AppError `invalid` for a `callbackUrl` outside of this event's portal.
 */
export function newSignInAttempt(raw: unknown): SignInAttempt {
  const { event_id: eventId, callbackUrl, challenge } = Input.parse(raw);
  const id = randomBytes(9).toString("base64url");
  return { id, eventId, returnTo: pathInPortal(eventId, callbackUrl), challenge };
}

function pathInPortal(eventId: string, callbackUrl: string | undefined): string {
  const portal = `/portal/${eventId}`;
  if (callbackUrl === undefined) return portal;
  const { origin } = new URL(env().APP_URL);
  const url = URL.parse(callbackUrl, origin);
  const isInside = url?.pathname === portal || url?.pathname.startsWith(`${portal}/`);
  const path = url ? url.pathname + url.search : "";
  if (url?.origin !== origin || !isInside || path.length > LONGEST_RETURN) {
    throw new AppError("invalid", "callbackUrl is not an address of this event's portal.");
  }
  return path;
}

/** The cookie that ties an attempt to one browser. It is named after the state that comes back. */
export function attemptCookieName(state: string): string {
  return cookieName(`foyer_sign_in_${hashOf(state).slice(0, 16)}`);
}

/** How an attempt is kept here: nobody learns a state from it. */
export function hashOf(state: string): string {
  return createHash("sha256").update(state).digest("hex");
}

/** What that cookie holds. */
export async function sealAttempt(state: string, attempt: SignInAttempt): Promise<string> {
  return encode({
    token: { attempt },
    secret: env().NEXTAUTH_SECRET,
    salt: attemptCookieName(state),
    maxAge: ATTEMPT_LIFETIME_S,
  });
}

/** Opens what {@link sealAttempt} closed; undefined for anything else, and for what is too old. */
export async function openAttempt(
  state: string,
  sealed: string | undefined,
): Promise<SignInAttempt | undefined> {
  if (!sealed) return undefined;
  try {
    const salt = attemptCookieName(state);
    const token = await decode({ token: sealed, secret: env().NEXTAUTH_SECRET, salt });
    return SignInAttempt.parse(token?.attempt);
  } catch {
    // Not sealed here for this state: as good as no cookie.
    return undefined;
  }
}

/**
 * Uses an attempt up before its code goes to Revento, where a code used twice kills what it had
 * brought: cookies alone cannot tell two callbacks at once apart. False: it was used before.
 */
export async function spendAttempt({ eventId }: SignInAttempt, state: string): Promise<boolean> {
  return withEventSql(eventId, async (sql) => {
    const spent = await sql.query(
      `INSERT INTO spent_sign_ins (event_id, state_hash, expires_at)
       VALUES ($1, $2, now() + $3 * interval '1 second') ON CONFLICT DO NOTHING`,
      [eventId, hashOf(state), 2 * ATTEMPT_LIFETIME_S],
    );
    return spent.rowCount === 1;
  });
}
