import { z } from "zod";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { storableText } from "@/lib/storable-text";

export const OfApplication = z.object({
  eventId: z.string(),
  participantId: storableText(200).min(1),
});

/** The status of a participant, null of one who has not applied. Throws AppError `not_found` where the event has none such. */
export async function requireParticipant(
  db: Tx,
  eventId: string,
  participantId: string,
): Promise<{ status: string | null }> {
  const found = await db.participant.findFirst({
    where: { eventId, participantId, removedAt: null },
    select: { status: true },
  });
  if (!found) throw new AppError("not_found", "There is no such participant in this event.");
  return found;
}
