import { wake } from "@/lib/live/wake";
import type { Actor } from "@/lib/members/actor";
import { createSession, type NewSession } from "@/lib/members/create-session";
import { replaceSession } from "@/lib/members/replace-session";
import { wasUsed } from "@/lib/members/was-used";
import { OPTIONAL_SCOPES } from "@/lib/revento/oauth/begin-authorization";
import { dropAttempt, keepResult, spendAttempt } from "./connect-attempt";
import { ConnectRefusal, type ConnectRefusalReason } from "./connect-refusal";
import { obtainInstallation } from "./obtain-installation";
import type { Callback } from "./read-callback";
import { storeConnection } from "./store-connection";
import { suspensionNow } from "./suspension";

/** What Revento says in the callback, as far as we tell cases apart (contract 3.7; the second is A). */
const KNOWN_ERRORS = new Set(["access_denied", "organization_not_eligible"] as const);

function isKnownError(error: string): error is "access_denied" | "organization_not_eligible" {
  return (KNOWN_ERRORS as Set<string>).has(error);
}

export type Connected = {
  eventId: string;
  /** What the session cookie holds from now on. */
  session: string;
  /** Optional scopes that the organizer left out (contract 3.6). */
  missingScopes: string[];
};

/**
 * The organizer is back from Revento's consent (contract 3.2). `attemptCookie` is what this browser
 * holds under the name of the callback's state. Gives the browser a new session id with all its
 * memberships and the ownership of this event, so that an id planted before is worth nothing. A browser that
 * asks again, because it never got the answer, gets another new id in the place of the lost one.
 * Throws ConnectRefusal.
 */
export async function finishConnect(
  actor: Actor,
  callback: Callback,
  attemptCookie: string | undefined,
): Promise<Connected> {
  const { state } = callback;
  try {
    const attempt = await spendAttempt(state, attemptCookie);
    const { eventId } = attempt;
    const { session, missingScopes } =
      "sessionHash" in attempt
        ? await renewLostSession(attempt)
        : await connectAnew(actor, callback, attempt);
    await keepResult(state, { sessionHash: session.sessionHash, missingScopes });
    return { eventId, session: session.cookie, missingScopes };
  } catch (error) {
    // A browser of which the answer is on its way keeps it; nobody else's attempt is touched.
    const isUnknown = error instanceof ConnectRefusal && error.reason === "state_unknown";
    if (!isUnknown) await dropAttempt(state);
    throw error;
  }
}

type Result = { session: NewSession; missingScopes: string[] };

async function connectAnew(
  actor: Actor,
  callback: Callback,
  { eventId, codeVerifier }: { eventId: string; codeVerifier: string },
): Promise<Result> {
  if (callback.error !== undefined) {
    const { error, error_description: said } = callback;
    throw new ConnectRefusal(await reasonOf(error, said), eventId, {}, said || undefined);
  }
  const installation = await obtainInstallation(eventId, callback.code, codeVerifier);
  const session = await createSession();
  await storeConnection(eventId, installation, {
    sessionHash: session.sessionHash,
    oldSessionHash: actor.sessionHash,
  });
  await Promise.all([wake("foyer_syncs"), wake("foyer_erasures")]);
  // The browser has a newer session by now, or none: a cookie from here would take that away.
  if (actor.wasReplaced || !(await moveSeats(actor, session.sessionHash))) {
    throw new ConnectRefusal("session_ended", eventId);
  }
  const missingScopes = OPTIONAL_SCOPES.filter((scope) => !installation.scopes.includes(scope));
  return { session, missingScopes };
}

async function reasonOf(error: string, said = ""): Promise<ConnectRefusalReason> {
  if (isKnownError(error)) return error;
  // Revento answers nobody while the integration is suspended (contract 7.6).
  if (await suspensionNow()) return "suspended";
  return error === "invalid_request" && said.includes("event_id")
    ? "unknown_event"
    : "revento_refused";
}

/** What the lost session may see moves to a new one. A session that a browser has come with was not lost. */
async function renewLostSession(lost: {
  sessionHash: string;
  missingScopes: string[];
}): Promise<Result> {
  if (await wasUsed(lost.sessionHash)) throw new ConnectRefusal("state_unknown");
  const session = await createSession();
  if (!(await replaceSession(lost.sessionHash, session.sessionHash))) {
    throw new ConnectRefusal("state_unknown");
  }
  return { session, missingScopes: lost.missingScopes };
}

/** False: the browser's session ended while this connect was under way. */
async function moveSeats({ sessionHash }: Actor, newHash: string): Promise<boolean> {
  return sessionHash === null || replaceSession(sessionHash, newHash);
}
