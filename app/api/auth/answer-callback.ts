import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { checkConnection } from "@/lib/connections/check-connection";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Asked } from "@/lib/http/handle";
import { logOf } from "@/lib/log";
import {
  clearedFramedCookie,
  sealSession,
  tabPortalCookie,
  visitorOf,
} from "@/lib/portal/portal-cookie";
import {
  attemptCookieName,
  openAttempt,
  type SignInAttempt,
  spendAttempt,
} from "@/lib/portal/sign-in/sign-in-attempt";
import { type SignInOutcome, signInOptions } from "@/lib/portal/sign-in/sign-in-options";
import { resumeSignIn } from "@/lib/portal/sign-in/sign-in-outcome";
import type { SignInRefusalReason } from "@/lib/portal/sign-in/sign-in-refusal";
import { signOut } from "@/lib/portal/sign-out";
import { ATTENDANCE_SCOPE } from "@/lib/revento/oauth/user-scopes";
import { readCookie, serializeCookie } from "@/lib/session-cookie";
import { askNextAuth } from "./ask-next-auth";
import { settledAttempt } from "./forget-attempts";
import { handoffAnswer } from "./handoff-answer";
import { brokenAnswer, refusedAnswer, smallerScopeAnswer, waitingAnswer } from "./sign-in-answers";

/** What Revento says instead of a code, as far as we tell cases apart (contract 3.7, 3.8). */
const KNOWN_ERRORS = new Map<string, SignInRefusalReason>([
  ["access_denied", "access_denied"],
  ["not_eligible", "not_eligible"],
]);

/** An answer that takes longer comes to a page that says so and asks again by itself. */
const ANSWER_WITHIN_MS = 3_000;
/** What came of a sign-in is kept so long for a browser that asks again. */
const KEPT = { max: 5_000, ttl: 60_000, ttlAutopurge: true };

// Next loads its own copy of this module after a hot reload.
const shared = globalThis as typeof globalThis & {
  foyerSignIns?: LRUCache<string, Promise<Response>>;
};

/**
 * `GET /api/auth/callback/revento`: Revento sends the participant back. Only the browser that left with
 * this state gets any further, and the code goes to Revento once, however often it comes: whoever comes again waits
 * for the same answer, or finds what came of it. Every end but the good one is a page with its own status.
 */
export async function answerCallback(request: Asked): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const names = [...query.keys()];
  const state = query.get("state");
  if (!state || new Set(names).size !== names.length) return refusedAnswer("malformed_callback");
  const name = attemptCookieName(state);
  const attempt = await openAttempt(state, readCookie(request.headers.get("cookie"), name));
  if (!attempt) return refusedAnswer("attempt_unknown");
  const response = await answerOnce(request, attempt, state);
  if (!response) return waitingAnswer();
  for (const cookie of [serializeCookie(name, "", 0), ...settledAttempt(attempt.id)]) {
    response.headers.append("Set-Cookie", cookie);
  }
  return response;
}

/** Null: it takes a while. */
async function answerOnce(
  request: Asked,
  attempt: SignInAttempt,
  state: string,
): Promise<Response | null> {
  shared.foyerSignIns ??= new LRUCache(KEPT);
  const signIns = shared.foyerSignIns;
  const key = attemptCookieName(state);
  let work = signIns.get(key);
  if (!work && (await spendAttempt(attempt, state))) {
    work = finish(request, attempt, state);
    signIns.set(key, work);
    // What it had stored before it failed, whoever comes again finds in the database.
    work.catch(() => signIns.delete(key));
  }
  if (!work) return resume(request, attempt, state);
  const answer = await Promise.race([work, sleep(ANSWER_WITHIN_MS, null, { ref: false })]);
  return answer?.clone() ?? null;
}

/** Another process has begun it, or this one before it was started anew. */
async function resume(
  request: Asked,
  attempt: SignInAttempt,
  state: string,
): Promise<Response | null> {
  const found = await resumeSignIn(attempt, state);
  if (found === "pending") return null;
  if (!found) return refusedAnswer("attempt_unknown", attempt);
  if ("handoffCode" in found) return handoffAnswer(found.handoffCode);
  await endFormerSession(request, attempt);
  const { eventId, returnTo } = attempt;
  const response = new Response(null, {
    status: 302,
    headers: { Location: `${env().APP_URL}${returnTo}`, "Cache-Control": "no-store" },
  });
  const cookie = tabPortalCookie(eventId, await sealSession(eventId, found.sid));
  for (const each of [cookie, clearedFramedCookie(eventId)]) {
    response.headers.append("Set-Cookie", each);
  }
  return response;
}

async function finish(request: Asked, attempt: SignInAttempt, state: string): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const error = query.get("error");
  // Somebody who takes part should be: perhaps it is the connection that has ended.
  if (error === "not_eligible") void checkConnection(attempt.eventId);
  if (error !== null) return refusedAnswer(KNOWN_ERRORS.get(error) ?? "revento_refused", attempt);
  const code = query.get("code");
  if (!code) return refusedAnswer("malformed_callback", attempt);
  const outcome: SignInOutcome = {};
  const answer = await askNextAuth(signInOptions(attempt, outcome, state), {
    action: ["callback", "revento"],
    query: { code, state },
  });
  const isSignedIn = outcome.signedIn !== undefined && "sid" in outcome.signedIn;
  if (isSignedIn) await endFormerSession(request, attempt);
  const response = answerOfOutcome(outcome, attempt, answer);
  if (isSignedIn) response.headers.append("Set-Cookie", clearedFramedCookie(attempt.eventId));
  return response;
}

/** The browser forgets the session it came with, perhaps another person's, so it must not live on here. */
async function endFormerSession(request: Asked, { eventId }: SignInAttempt): Promise<void> {
  const former = await visitorOf(request.headers.get("cookie"), eventId);
  try {
    await signOut(former, { everywhere: false });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "unauthenticated")) throw error;
  }
}

function answerOfOutcome(
  { refusal, error, granted, signedIn }: SignInOutcome,
  attempt: SignInAttempt,
  answer: Response,
): Response {
  if (refusal) return refusedAnswer(refusal.reason, attempt);
  if (error) {
    logOf("portal").error({ err: error, eventId: attempt.eventId }, "a sign-in failed");
    return brokenAnswer(error);
  }
  // next-auth stopped before it asked us: its own cookies of this attempt were not there.
  if (!granted || !signedIn) return refusedAnswer("attempt_unknown", attempt);
  if ("handoffCode" in signedIn) return handoffAnswer(signedIn.handoffCode);
  if (granted.scopes.includes(ATTENDANCE_SCOPE)) return answer;
  const page = smallerScopeAnswer(attempt);
  for (const cookie of answer.headers.getSetCookie()) page.headers.append("Set-Cookie", cookie);
  return page;
}
