import { wake } from "@/lib/live/wake";
import type { Actor } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";
import { replaceSession } from "@/lib/members/replace-session";
import { OPTIONAL_SCOPES } from "@/lib/revento/oauth/begin-authorization";
import { spendAttempt } from "./connect-attempt";
import { ConnectRefusal } from "./connect-refusal";
import { obtainInstallation } from "./obtain-installation";
import type { Callback } from "./read-callback";
import { storeConnection } from "./store-connection";

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
 * memberships and the ownership of this event, so that an id planted before is worth nothing.
 * Throws ConnectRefusal.
 */
export async function finishConnect(
  actor: Actor,
  callback: Callback,
  attemptCookie: string | undefined,
): Promise<Connected> {
  const { eventId, codeVerifier } = await spendAttempt(callback.state, attemptCookie);
  if (callback.error !== undefined) {
    const reason = isKnownError(callback.error) ? callback.error : "revento_refused";
    throw new ConnectRefusal(reason, eventId);
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
  return { eventId, session: session.cookie, missingScopes };
}

/** False: the browser's session ended while this connect was under way. */
async function moveSeats({ sessionHash }: Actor, newHash: string): Promise<boolean> {
  return sessionHash === null || replaceSession(sessionHash, newHash);
}
