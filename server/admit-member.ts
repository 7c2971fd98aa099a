import type { IncomingMessage } from "node:http";
import type { Topic } from "@/lib/live/record-change";
import type { Actor } from "@/lib/members/actor";
import { findSession } from "@/lib/members/find-session";
import { requirePermission } from "@/lib/members/with-permission";
import { readCookie, sessionCookieName } from "@/lib/session-cookie";
import type { Audience } from "./audience";

const FOR_MEMBERS: readonly Topic[] = [
  "participants",
  "event",
  "program",
  "sync",
  "connection",
  "deliveries",
  "members",
  "notes",
  "reviewers",
  "views",
];

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
    concerns: { topics: FOR_MEMBERS, ids: [] },
    hear: (change) => (FOR_MEMBERS.includes(change.topic) ? change : null),
    hearsPublic: false,
    isTouchedBy: ({ topic }) => topic === "members",
    hasMoreThan: () => false,
    renew,
  };
}
