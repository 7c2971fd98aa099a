import { checkConnection } from "@/lib/connections/check-connection";
import { AppError } from "@/lib/errors";
import type { Asked } from "@/lib/http/handle";
import { logOf } from "@/lib/log";
import { clearedFramedCookie, visitorOf } from "@/lib/portal/portal-cookie";
import {
  attemptCookieName,
  openAttempt,
  type SignInAttempt,
  spendAttempt,
} from "@/lib/portal/sign-in/sign-in-attempt";
import { type SignInOutcome, signInOptions } from "@/lib/portal/sign-in/sign-in-options";
import type { SignInRefusalReason } from "@/lib/portal/sign-in/sign-in-refusal";
import { signOut } from "@/lib/portal/sign-out";
import { ATTENDANCE_SCOPE } from "@/lib/revento/oauth/user-scopes";
import { readCookie, serializeCookie } from "@/lib/session-cookie";
import { askNextAuth } from "./ask-next-auth";
import { settledAttempt } from "./forget-attempts";
import { handoffAnswer } from "./handoff-answer";
import { brokenAnswer, refusedAnswer, smallerScopeAnswer } from "./sign-in-answers";

/** What Revento says instead of a code, as far as we tell cases apart (contract 3.7, 3.8). */
const KNOWN_ERRORS = new Map<string, SignInRefusalReason>([
  ["access_denied", "access_denied"],
  ["not_eligible", "not_eligible"],
]);

/**
 * `GET /api/auth/callback/revento`: Revento sends the participant back. Only the browser that left with
 * this state gets any further, once; every end but the good one is a page with its own status.
 */
export async function answerCallback(request: Asked): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const names = [...query.keys()];
  const state = query.get("state");
  if (!state || new Set(names).size !== names.length) return refusedAnswer("malformed_callback");
  const name = attemptCookieName(state);
  const attempt = await openAttempt(state, readCookie(request.headers.get("cookie"), name));
  if (!attempt) return refusedAnswer("attempt_unknown");
  if (!(await spendAttempt(attempt, state))) return refusedAnswer("attempt_unknown", attempt);
  const response = await finish(request, attempt);
  for (const cookie of [serializeCookie(name, "", 0), ...settledAttempt(attempt.id)]) {
    response.headers.append("Set-Cookie", cookie);
  }
  return response;
}

async function finish(request: Asked, attempt: SignInAttempt): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const error = query.get("error");
  // Somebody who takes part should be: perhaps it is the connection that has ended.
  if (error === "not_eligible") void checkConnection(attempt.eventId);
  if (error !== null) return refusedAnswer(KNOWN_ERRORS.get(error) ?? "revento_refused", attempt);
  const code = query.get("code");
  if (!code) return refusedAnswer("malformed_callback", attempt);
  const outcome: SignInOutcome = {};
  const answer = await askNextAuth(signInOptions(attempt, outcome), {
    action: ["callback", "revento"],
    query: { code, state: query.get("state") ?? "" },
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
