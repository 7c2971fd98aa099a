import type { IncomingMessage } from "node:http";
import type { Change } from "@/lib/live/read-changes";
import type { Actor } from "@/lib/members/actor";
import { findSession } from "@/lib/members/find-session";
import { requirePermission } from "@/lib/members/with-permission";
import { readCookie, sessionCookieName } from "@/lib/session-cookie";
import type { Audience } from "./audience";

/**
 * Lets members of the event in to all that concerns organizers: not to who signs in to its portal, nor
 * to who stars what. Throws AppError: unauthenticated without a session, not_found for an event that is
 * not theirs.
 */
export async function admitMember(request: IncomingMessage, eventId: string): Promise<Audience> {
  const actor = await findSession(readCookie(request.headers.cookie, sessionCookieName()));
  await requirePermission(actor, eventId, "event.read");
  return audienceOf(actor, () => admitMember(request, eventId));
}

function audienceOf({ sessionHash }: Actor, renew: () => Promise<Audience>): Audience {
  return {
    countedBy: sessionHash ?? "",
    hear: (change) => (isParticipantsOwn(change) ? null : change),
    isTouchedBy: () => false,
    hasMoreThan: () => false,
    renew,
  };
}

function isParticipantsOwn({ topic }: Change): boolean {
  return topic === "grants" || topic === "agenda";
}
