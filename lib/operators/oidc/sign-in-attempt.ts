import { createHash, randomBytes } from "node:crypto";
import { withSystemSql } from "@/lib/db";
import { OperatorRefusal } from "@/lib/operators/operator-refusal";
import { decryptToken, encryptToken } from "@/lib/token-cipher";

/** From leaving for the provider to coming back. */
export const ATTEMPT_LIFETIME_S = 600;

/** What is kept here while an operator is at the provider. */
export type Attempt = { codeVerifier: string; nonce: string; returnTo: string };

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The base name of the cookie that belongs to a state, so that tabs do not mix. */
export function operatorAttemptCookieName(state: string): string {
  return `foyer_console_${sha256(state).slice(0, 16)}`;
}

function bindingOf(stateHash: string) {
  return { eventId: "", holder: `operator:${stateHash}`, use: "verifier" as const };
}

/** Keeps an attempt until its callback. Answers the value of the cookie that ties it to one browser. */
export async function keepOperatorAttempt(state: string, attempt: Attempt): Promise<string> {
  const stateHash = sha256(state);
  const value = randomBytes(32).toString("base64url");
  const codeVerifier = await encryptToken(attempt.codeVerifier, bindingOf(stateHash));
  await withSystemSql(async (sql) => {
    await sql.query("DELETE FROM operator_attempts WHERE expires_at < now() - interval '1 hour'");
    await sql.query(
      `INSERT INTO operator_attempts
         (state_hash, browser_hash, code_verifier, nonce, return_to, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + $6 * interval '1 second')`,
      [stateHash, sha256(value), codeVerifier, attempt.nonce, attempt.returnTo, ATTEMPT_LIFETIME_S],
    );
  });
  return value;
}

type Row = {
  browser_hash: string;
  code_verifier: string;
  nonce: string;
  return_to: string;
  expired: boolean;
};

/**
 * Uses an attempt up, whatever comes of it: a state works once. Throws OperatorRefusal when there is
 * none, it is too old, or it was begun in another browser.
 */
export async function spendOperatorAttempt(
  state: string,
  cookieValue: string | undefined,
): Promise<Attempt> {
  const stateHash = sha256(state);
  const row = await withSystemSql(async (sql) => {
    const used = await sql.query<Row>(
      `DELETE FROM operator_attempts WHERE state_hash = $1
       RETURNING browser_hash, code_verifier, nonce, return_to, expires_at <= now() AS expired`,
      [stateHash],
    );
    return used.rows[0];
  });
  if (!row) throw new OperatorRefusal("state_unknown");
  if (row.expired) throw new OperatorRefusal("state_expired");
  if (!cookieValue || sha256(cookieValue) !== row.browser_hash) {
    throw new OperatorRefusal("other_browser");
  }
  return {
    codeVerifier: await decryptToken(row.code_verifier, bindingOf(stateHash)),
    nonce: row.nonce,
    returnTo: row.return_to,
  };
}
