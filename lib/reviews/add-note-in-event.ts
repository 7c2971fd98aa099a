import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { countNotes } from "./count-notes";
import { mentioned, mentionsIn, NoteText } from "./note-input";
import type { NoteView } from "./note-view";
import { OfApplication, requireParticipant } from "./of-application";
import { MOST_NOTES, readNotes } from "./read-notes";

const Input = OfApplication.extend({ text: NoteText, replyTo: z.uuid().nullish() });

/**
 * Writes a note about an application for the team, or an answer to one. A thread is one level deep: an answer to an
 * answer goes to its thread. Throws ZodError, or AppError `unauthenticated`, `forbidden`, `not_found` for an unknown
 * application or note, `conflict` beyond 500 notes.
 */
export async function addNoteInEvent(actor: Actor, raw: unknown): Promise<NoteView> {
  const { eventId, participantId, text, replyTo } = Input.parse(raw);
  return changeEventAs(actor, eventId, "notes.write", async ({ db, changed, audit }, member) => {
    const of = { eventId, participantId };
    await requireParticipant(db, eventId, participantId);
    if ((await db.applicationNote.count({ where: of })) >= MOST_NOTES) {
      throw new AppError("conflict", `An application has ${MOST_NOTES} notes at the most.`);
    }
    const id = randomUUID();
    const mentions = await mentionsIn(db, eventId, text);
    await db.applicationNote.createMany({
      data: {
        ...of,
        id,
        replyTo: replyTo ? await threadOf(db, of, replyTo) : null,
        authorId: member.memberId,
        text,
        ...mentioned(member.memberId, mentions),
      },
    });
    await countNotes(db, of);
    await audit(member.memberId, "note.added", { noteId: id, participantId });
    changed("notes", [participantId]);
    const [note] = await readNotes(db, { ...of, noteId: id }, member);
    if (!note) throw new Error("a note that was just written is not there");
    return note;
  });
}

async function threadOf(
  db: Tx,
  of: { eventId: string; participantId: string },
  id: string,
): Promise<string> {
  const note = await db.applicationNote.findFirst({
    where: { ...of, id },
    select: { id: true, replyTo: true },
  });
  if (!note) throw new AppError("not_found", "There is no such note about this application.");
  return note.replyTo ?? note.id;
}
