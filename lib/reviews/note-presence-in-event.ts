import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { OfApplication, requireApplication } from "./note-input";
import type { PresenceView } from "./presence-view";

/** Whoever says nothing for so long is not there any more. */
const PRESENT_MS = 45_000;

/**
 * Says that a member has an application open, and answers who else has. What the queue kept for them elsewhere is for
 * others again. Throws ZodError, or AppError `unauthenticated`, `forbidden`, `not_found`.
 */
export async function notePresenceInEvent(actor: Actor, raw: unknown): Promise<PresenceView> {
  const { eventId, participantId } = OfApplication.parse(raw);
  return changeEventAs(
    actor,
    eventId,
    "reviews.write",
    async ({ db, changed }, { memberId }) => {
      await requireApplication(db, eventId, participantId);
      const id = { eventId, memberId };
      const now = new Date();
      const before = await db.presence.findFirst({ where: id });
      const isSame = before?.participantId === participantId;
      await db.presence.upsert({
        where: { eventId_memberId: id },
        create: { ...id, participantId, seenAt: now },
        update: { participantId, seenAt: now, ...(isSame ? {} : { claimedUntil: null }) },
      });
      const since = new Date(now.getTime() - PRESENT_MS);
      // Whoever was away has come back.
      const isNews = !isSame || before.seenAt < since;
      if (isNews) changed("presence", [participantId, ...(before ? [before.participantId] : [])]);
      const there = await db.presence.findMany({
        where: { eventId, participantId, memberId: { not: memberId }, seenAt: { gte: since } },
        select: { memberId: true },
        take: 50,
      });
      const members = await db.member.findMany({
        where: { eventId, id: { in: there.map((one) => one.memberId) }, revokedAt: null },
        select: { id: true, name: true },
      });
      return { others: members.map(({ id, name }) => ({ id, name, isSelf: false })) };
    },
    { of: "person" },
  );
}
