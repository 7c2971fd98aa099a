import { ZodError } from "zod";
import { AppError } from "@/lib/errors";
import type { Asked } from "@/lib/http/handle";
import { requirePortalOpen } from "@/lib/portal/sign-in/require-portal-open";
import {
  ATTEMPT_LIFETIME_S,
  attemptCookieName,
  newSignInAttempt,
  type SignInAttempt,
  sealAttempt,
} from "@/lib/portal/sign-in/sign-in-attempt";
import { signInOptions } from "@/lib/portal/sign-in/sign-in-options";
import { serializeCookie } from "@/lib/session-cookie";
import { askNextAuth } from "./ask-next-auth";
import { forgottenAttempts } from "./forget-attempts";
import { brokenAnswer, refusedAnswer } from "./sign-in-answers";

/**
 * `POST /api/auth/signin/revento?event_id=`: sends the browser to Revento with state and PKCE. The form
 * carries next-auth's `csrfToken`; `callbackUrl` and `challenge` are optional. 400 for what is
 * malformed, 403 for a form that is not ours, 404 for an event without an open portal.
 */
export async function answerSignIn(body: URLSearchParams, request: Asked): Promise<Response> {
  const form = readForm(body, request);
  const attempt = newSignInAttempt(form);
  try {
    await requirePortalOpen(attempt.eventId);
  } catch (error) {
    if (error instanceof AppError) return refusedAnswer("not_connected");
    throw error;
  }
  const response = await leaveForRevento(attempt, form);
  for (const cookie of forgottenAttempts(request.headers.get("cookie"))) {
    response.headers.append("Set-Cookie", cookie);
  }
  return response;
}

/** What the address and the form say, as one; a name that comes twice is refused. */
function readForm(body: URLSearchParams, request: Asked): Record<string, string> {
  const pairs = [...new URL(request.url).searchParams, ...body];
  const names = pairs.map(([name]) => name);
  if (new Set(names).size !== names.length) {
    throw new ZodError([
      { code: "custom", path: [], message: "a parameter comes twice", input: "" },
    ]);
  }
  return Object.fromEntries(pairs);
}

async function leaveForRevento(
  attempt: SignInAttempt,
  form: Record<string, string>,
): Promise<Response> {
  const { csrfToken = "", json } = form;
  const body: Record<string, string> = { csrfToken, ...(json === "true" && { json }) };
  const response = await askNextAuth(signInOptions(attempt, {}), {
    action: ["signin", "revento"],
    body,
  });
  const address = await addressOf(response);
  const state = address?.searchParams.get("state");
  if (address?.searchParams.get("csrf")) {
    throw new AppError("forbidden", "The form has run out. Load the page again and sign in.");
  }
  if (!state) return brokenAnswer();
  const sealed = await sealAttempt(state, attempt);
  const cookie = serializeCookie(attemptCookieName(state), sealed, ATTEMPT_LIFETIME_S);
  response.headers.append("Set-Cookie", cookie);
  return response;
}

/** Where next-auth sends the browser: by redirect, or in JSON for its own client. */
async function addressOf(response: Response): Promise<URL | null> {
  const location = response.headers.get("location");
  if (location) return URL.parse(location);
  const answer: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  const isAddress = typeof answer === "object" && answer !== null && "url" in answer;
  return isAddress ? URL.parse(String(answer.url)) : null;
}
