import { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { storableText } from "@/lib/storable-text";

const Input = z.object({
  eventId: z.string(),
  participantId: storableText(200).min(1).optional(),
});

/** So many at a time, the newest first. */
const MOST = 200;

/**
 * Says that a member has looked at the notes that name them: at those about one person, or at all. Throws ZodError, or
 * AppError `unauthenticated`, `not_found`, `forbidden`.
 */
export async function markMentionsReadInEvent(actor: Actor, raw: unknown): Promise<void> {
  const { eventId, participantId } = Input.parse(raw);
  await changeEventAs(actor, eventId, "notes.read", async ({ db }, { memberId }) => {
    const notes = await db.applicationNote.findMany({
      where: {
        eventId,
        mentionedAt: { not: null },
        unreadBy: { has: memberId },
        ...(participantId === undefined ? {} : { participantId }),
      },
      orderBy: { mentionedAt: "desc" },
      select: { id: true, unreadBy: true },
      take: MOST,
    });
    for (const { id, unreadBy } of notes) {
      await db.applicationNote.updateMany({
        where: { eventId, id },
        data: { unreadBy: unreadBy.filter((each) => each !== memberId) },
      });
    }
  });
}
