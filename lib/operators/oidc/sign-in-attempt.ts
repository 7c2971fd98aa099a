import { createHash, randomBytes } from "node:crypto";
import { withSystem } from "@/lib/db";
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

/** One that is over is told from one that never was for so long. */
const KEPT_MS = 3_600_000;

/** Keeps an attempt until its callback. Answers the value of the cookie that ties it to one browser. */
export async function keepOperatorAttempt(state: string, attempt: Attempt): Promise<string> {
  const stateHash = sha256(state);
  const value = randomBytes(32).toString("base64url");
  const codeVerifier = await encryptToken(attempt.codeVerifier, bindingOf(stateHash));
  const now = Date.now();
  await withSystem(async ({ db }) => {
    await db.operatorAttempt.deleteMany({ where: { expiresAt: { lt: new Date(now - KEPT_MS) } } });
    await db.operatorAttempt.createMany({
      data: {
        stateHash,
        browserHash: sha256(value),
        codeVerifier,
        nonce: attempt.nonce,
        returnTo: attempt.returnTo,
        expiresAt: new Date(now + ATTEMPT_LIFETIME_S * 1_000),
      },
    });
  });
  return value;
}

/**
 * Uses an attempt up, whatever comes of it: a state works once. Throws OperatorRefusal when there is
 * none, it is too old, or it was begun in another browser.
 */
export async function spendOperatorAttempt(
  state: string,
  cookieValue: string | undefined,
): Promise<Attempt> {
  const stateHash = sha256(state);
  const kept = await withSystem(async ({ db }) => {
    const found = await db.operatorAttempt.findUnique({ where: { stateHash } });
    // Of two who bring the same state, one deletes it.
    const { count } = await db.operatorAttempt.deleteMany({ where: { stateHash } });
    return count === 1 ? found : null;
  });
  if (!kept) throw new OperatorRefusal("state_unknown");
  if (kept.expiresAt <= new Date()) throw new OperatorRefusal("state_expired");
  if (!cookieValue || sha256(cookieValue) !== kept.browserHash) {
    throw new OperatorRefusal("other_browser");
  }
  return {
    codeVerifier: await decryptToken(kept.codeVerifier, bindingOf(stateHash)),
    nonce: kept.nonce,
    returnTo: kept.returnTo,
  };
}
