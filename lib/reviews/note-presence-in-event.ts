import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { OfApplication, requireParticipant } from "./of-application";
import type { PresenceView } from "./presence-view";

/** Whoever says nothing for so long is not there any more. */
const PRESENT_MS = 45_000;

/**
 * Says that a member has an application open, in one of their tabs, and answers who else has. Throws ZodError, or
 * AppError `unauthenticated`, `forbidden`, `not_found`.
 */
export async function notePresenceInEvent(actor: Actor, raw: unknown): Promise<PresenceView> {
  const of = OfApplication.parse(raw);
  const { eventId } = of;
  return changeEventAs(
    actor,
    eventId,
    "reviews.write",
    async ({ db, changed }, { memberId }) => {
      await requireParticipant(db, eventId, of.participantId);
      const now = new Date();
      const since = new Date(now.getTime() - PRESENT_MS);
      const id = { ...of, memberId };
      const before = await db.presence.findFirst({ where: id });
      await db.presence.upsert({
        where: { eventId_participantId_memberId: id },
        create: { ...id, seenAt: now },
        update: { seenAt: now },
      });
      // Tabs that went without a word; what the queue keeps is kept without one.
      await db.presence.deleteMany({
        where: { eventId, memberId, seenAt: { lt: since }, claimedUntil: null },
      });
      // Whoever was away has come back.
      if (before === null || before.seenAt < since) changed("presence", [of.participantId]);
      const there = await db.presence.findMany({
        where: { ...of, memberId: { not: memberId }, seenAt: { gte: since } },
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
