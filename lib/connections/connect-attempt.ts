import { createHash, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
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
  session_hash: string | null;
  missing_scopes: string[];
  is_spent: boolean;
  is_expired: boolean;
};

/** An attempt that is being spent now, or what came of it when its callback came before. */
export type SpentAttempt =
  | { eventId: string; codeVerifier: string }
  | { eventId: string; sessionHash: string; missingScopes: string[] };

/** How long a second callback waits for what comes of the first: longer than Revento may take. */
const OTHER_CALLBACK_MS = 25_000;
const LOOK_EVERY_MS = 250;
/** So many callbacks of one process wait at the most. */
const MOST_WAITING = 50;
let waiting = 0;

/**
 * Uses an attempt up, whatever comes of it: a state works once. The same browser may ask again what came of it, because
 * answers get lost. Throws ConnectRefusal when there is none, it is too old, it failed, or it was begun in another
 * browser.
 */
export async function spendAttempt(
  state: string,
  cookieValue: string | undefined,
): Promise<SpentAttempt> {
  const stateHash = sha256(state);
  const deadline = performance.now() + OTHER_CALLBACK_MS;
  for (;;) {
    const attempt = await takeAttempt(stateHash);
    if (!attempt) throw new ConnectRefusal("state_unknown");
    const { event_id: eventId, session_hash: sessionHash } = attempt;
    const isThisBrowser = cookieValue !== undefined && sha256(cookieValue) === attempt.browser_hash;
    if (!attempt.is_spent) {
      if (attempt.is_expired) throw new ConnectRefusal("state_expired", eventId);
      if (!isThisBrowser) throw new ConnectRefusal("other_browser", eventId);
      const binding = { eventId, holder: stateHash, use: "verifier" as const };
      return { eventId, codeVerifier: await decryptToken(attempt.code_verifier, binding) };
    }
    if (!isThisBrowser || attempt.is_expired || performance.now() > deadline) {
      throw new ConnectRefusal("state_unknown");
    }
    if (sessionHash) return { eventId, sessionHash, missingScopes: attempt.missing_scopes };
    await waitALittle();
  }
}

async function waitALittle(): Promise<void> {
  if (waiting >= MOST_WAITING) throw new ConnectRefusal("state_unknown");
  waiting += 1;
  await sleep(LOOK_EVERY_MS).finally(() => {
    waiting -= 1;
  });
}

/** Marks an attempt as spent. Answers it as it was before. */
async function takeAttempt(stateHash: string): Promise<AttemptRow | undefined> {
  return withSystemSql(async (sql) => {
    const found = await sql.query<AttemptRow>(
      `SELECT event_id, browser_hash, code_verifier, session_hash, missing_scopes,
         spent_at IS NOT NULL AS is_spent, expires_at <= now() AS is_expired
       FROM connect_attempts WHERE state_hash = $1 FOR UPDATE`,
      [stateHash],
    );
    await sql.query(
      `UPDATE connect_attempts SET spent_at = now(), code_verifier = ''
       WHERE state_hash = $1 AND spent_at IS NULL`,
      [stateHash],
    );
    return found.rows[0];
  });
}

/** Keeps what came of an attempt for as long as it lives: its browser may not have got the answer. */
export async function keepResult(
  state: string,
  { sessionHash, missingScopes }: { sessionHash: string; missingScopes: string[] },
): Promise<void> {
  await withSystemSql((sql) =>
    sql.query(
      "UPDATE connect_attempts SET session_hash = $2, missing_scopes = $3 WHERE state_hash = $1",
      [sha256(state), sessionHash, missingScopes],
    ),
  );
}

/** An attempt that came to nothing has nothing to tell a browser that asks again. */
export async function dropAttempt(state: string): Promise<void> {
  await withSystemSql((sql) =>
    sql.query("DELETE FROM connect_attempts WHERE state_hash = $1", [sha256(state)]),
  );
}
