import { createHash, randomBytes } from "node:crypto";
import type { Visitor } from "@/lib/portal/visitor";
import type { TestSandbox } from "./test-sandbox";

type Options = {
  scopes?: string[];
  /** The challenge of a frame, which then is to get a code. */
  challenge?: string;
  /** The event that Foyer believes to be signing in to. */
  attemptFor?: string;
};

/** A code of Revento's for a participant's sign-in, and what it takes to exchange it. */
export async function codeFor(
  sandbox: Pick<TestSandbox, "control">,
  eventId: string,
  userId: string,
  scopes?: string[],
): Promise<{ code: string; codeVerifier: string }> {
  const { signInRedirectUri } = await import("@/lib/revento/oauth/authorization-server");
  const codeVerifier = randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    response_type: "code",
    client_id: process.env.REVENTO_CLIENT_ID ?? "",
    redirect_uri: signInRedirectUri(),
    scope: "profile.read event.attendance",
    state: "some-state",
    code_challenge: createHash("sha256").update(codeVerifier).digest("base64url"),
    code_challenge_method: "S256",
    event_id: eventId,
  });
  const decided = (await sandbox.control("authorize", {
    user_id: userId,
    authorize_url: `${process.env.REVENTO_AUTH_URL}/oauth/authorize?${query}`,
    scopes,
  })) as { redirect_to: string };
  const code = new URL(decided.redirect_to).searchParams.get("code");
  if (!code) throw new Error(`Revento answered ${decided.redirect_to}`);
  return { code, codeVerifier };
}

/** Signs a participant in inside this process, past next-auth. Answers what the browser would get. */
export async function signInInProcess(
  sandbox: Pick<TestSandbox, "control">,
  eventId: string,
  userId: string,
  { scopes, challenge, attemptFor = eventId }: Options = {},
) {
  const { obtainGrant } = await import("@/lib/portal/sign-in/obtain-grant");
  const { storeGrant } = await import("@/lib/portal/sign-in/store-grant");
  const { code, codeVerifier } = await codeFor(sandbox, eventId, userId, scopes);
  const granted = await obtainGrant(attemptFor, code, codeVerifier);
  const attempt = { id: "a-test-attempt", eventId: attemptFor, returnTo: "/", challenge };
  return storeGrant(attempt, granted);
}

/** {@link signInInProcess} at top level: who asks from now on. */
export async function visitorIn(
  sandbox: Pick<TestSandbox, "control">,
  eventId: string,
  userId: string,
  options: Pick<Options, "scopes"> = {},
): Promise<Visitor> {
  const { encode } = await import("next-auth/jwt");
  const { portalCookieName, visitorOf } = await import("@/lib/portal/portal-cookie");
  const signedIn = await signInInProcess(sandbox, eventId, userId, options);
  if (!("sid" in signedIn)) throw new Error("a sign-in at top level brought no session");
  const token = { sid: signedIn.sid, event_id: eventId };
  const value = await encode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" });
  return visitorOf(`${portalCookieName(eventId)}=${value}`, eventId);
}
