import type { Tx } from "@/lib/db";

/** Writes down how many notes an application has, so that lists are ordered by it. */
export async function countNotes(
  db: Tx,
  { eventId, participantId }: { eventId: string; participantId: string },
): Promise<void> {
  const of = { eventId, participantId };
  const noteCount = await db.applicationNote.count({ where: { ...of, deletedAt: null } });
  await db.applicationReview.upsert({
    where: { eventId_participantId: of },
    create: { ...of, noteCount },
    update: { noteCount },
  });
}
