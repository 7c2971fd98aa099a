import { createHash, randomBytes } from "node:crypto";
import { withSystemSql } from "@/lib/db";
import type { Authorization } from "@/lib/revento/oauth/begin-authorization";
import { decryptToken, encryptToken } from "@/lib/token-cipher";
import { ConnectRefusal } from "./connect-refusal";

/** From leaving for Revento's consent to coming back. */
export const ATTEMPT_LIFETIME_S = 600;

/** The cookie that ties an attempt to one browser; its name is the attempt's, so that tabs do not mix. */
export type AttemptCookie = { name: string; value: string };

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The base name of the cookie that belongs to a state. */
export function attemptCookieName(state: string): string {
  return `foyer_connect_${sha256(state).slice(0, 16)}`;
}

/** Keeps an attempt until its callback. The state, the cookie and the verifier are never kept in clear. */
export async function keepAttempt(eventId: string, going: Authorization): Promise<AttemptCookie> {
  const stateHash = sha256(going.state);
  const value = randomBytes(32).toString("base64url");
  const binding = { eventId, holder: stateHash, use: "verifier" as const };
  const codeVerifier = await encryptToken(going.codeVerifier, binding);
  await withSystemSql((sql) =>
    sql.query(
      `INSERT INTO connect_attempts (state_hash, event_id, browser_hash, code_verifier, expires_at)
       VALUES ($1, $2, $3, $4, now() + $5 * interval '1 second')`,
      [stateHash, eventId, sha256(value), codeVerifier, ATTEMPT_LIFETIME_S],
    ),
  );
  return { name: attemptCookieName(going.state), value };
}

type AttemptRow = {
  event_id: string;
  browser_hash: string;
  code_verifier: string;
  expired: boolean;
};

/**
 * Uses an attempt up, whatever comes of it: a state works once. Throws ConnectRefusal when there is
 * none, it is too old, or it was begun in another browser.
 */
export async function spendAttempt(
  state: string,
  cookieValue: string | undefined,
): Promise<{ eventId: string; codeVerifier: string }> {
  const stateHash = sha256(state);
  const attempt = await withSystemSql(async (sql) => {
    const used = await sql.query<AttemptRow>(
      `DELETE FROM connect_attempts WHERE state_hash = $1
       RETURNING event_id, browser_hash, code_verifier, expires_at <= now() AS expired`,
      [stateHash],
    );
    return used.rows[0];
  });
  if (!attempt) throw new ConnectRefusal("state_unknown");
  const eventId = attempt.event_id;
  if (attempt.expired) throw new ConnectRefusal("state_expired", eventId);
  if (!cookieValue || sha256(cookieValue) !== attempt.browser_hash) {
    throw new ConnectRefusal("other_browser", eventId);
  }
  const binding = { eventId, holder: stateHash, use: "verifier" as const };
  return { eventId, codeVerifier: await decryptToken(attempt.code_verifier, binding) };
}
