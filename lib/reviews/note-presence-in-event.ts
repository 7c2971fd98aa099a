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
      // A beat that comes after the queue has handed out another one must not take the claim along.
      const { count: beats } = await db.presence.updateMany({
        where: { ...id, participantId },
        data: { seenAt: now },
      });
      const isSame = beats > 0;
      if (!isSame) {
        const here = { participantId, seenAt: now, claimedUntil: null };
        await db.presence.upsert({
          where: { eventId_memberId: id },
          create: { ...id, ...here },
          update: here,
        });
      }
      const since = new Date(now.getTime() - PRESENT_MS);
      // Whoever was away has come back.
      const isNews = !isSame || (before !== null && before.seenAt < since);
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
