import type { IncomingMessage } from "node:http";
import type { Change } from "@/lib/live/read-changes";
import type { Topic } from "@/lib/live/record-change";
import type { Actor } from "@/lib/members/actor";
import { findSession } from "@/lib/members/find-session";
import { type Member, requirePermission } from "@/lib/members/with-permission";
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
  "ratings",
  "review",
  "labels",
  "presence",
  "reviewers",
  "views",
];

const OF_REVIEWS: readonly Topic[] = ["notes", "ratings", "labels", "presence"];

/**
 * Lets members of the event in to all that concerns organizers: not to who signs in to its portal, nor
 * to who stars what. Throws AppError: unauthenticated without a session, not_found for an event that is
 * not theirs.
 */
export async function admitMember(request: IncomingMessage, eventId: string): Promise<Audience> {
  const actor = await findSession(readCookie(request.headers.cookie, sessionCookieName()));
  const member = await requirePermission(actor, eventId, "event.read");
  return audienceOf(actor, member, () => admitMember(request, eventId));
}

function audienceOf(
  { sessionHash }: Actor,
  member: Member,
  renew: () => Promise<Audience>,
): Audience {
  const { ratings } = member.sight;
  const topics = FOR_MEMBERS.filter((topic) => ratings !== "none" || !OF_REVIEWS.includes(topic));
  return {
    countedBy: sessionHash ?? "",
    concerns: { topics, ids: [] },
    hear: (change) => (topics.includes(change.topic) ? heardBy(member, change) : null),
    hearsPublic: false,
    isTouchedBy: ({ topic }) => topic === "members" || topic === "review",
    hasMoreThan: () => false,
    renew,
  };
}

const MEMBER_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** That somebody else has rated an application is told to whoever may see it. */
function heardBy({ memberId, sight }: Member, change: Change): Change | null {
  if (change.topic !== "ratings" || change.ids.length === 0) return change;
  if (sight.ratings === "given" && !change.ids.includes(memberId)) return null;
  return { ...change, ids: change.ids.filter((id) => !MEMBER_ID.test(id)) };
}
