import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { mentioned, mentionsIn, NoteText } from "./note-input";
import type { NoteView } from "./note-view";
import { readNotes } from "./read-notes";
import { requireNote } from "./require-note";

const Input = z.object({
  eventId: z.string(),
  noteId: z.string(),
  text: NoteText,
  version: z.number().int().min(1),
});

/**
 * Changes the words of one's own note. Throws ZodError, or AppError `unauthenticated`, `not_found`, `forbidden` for
 * another's note, `conflict` (with `yours` and `theirs`) where it was changed since the version that the writer saw.
 */
export async function updateNoteInEvent(actor: Actor, raw: unknown): Promise<NoteView> {
  const { eventId, noteId, text, version } = Input.parse(raw);
  return changeEventAs(actor, eventId, "notes.write", async ({ db, changed, audit }, member) => {
    const note = await requireNote(db, eventId, noteId);
    if (note.authorId !== member.memberId) {
      throw new AppError("forbidden", "Only whoever wrote a note changes it.");
    }
    if (note.version !== version) {
      throw new AppError("conflict", "The note was changed meanwhile, on another device.", {
        details: { yours: text, theirs: { text: note.text, version: note.version } },
      });
    }
    const mentions = await mentionsIn(db, eventId, text);
    await db.applicationNote.updateMany({
      where: { eventId, id: note.id },
      data: {
        text,
        ...mentioned(member.memberId, mentions, note),
        version: note.version + 1,
        editedAt: new Date(),
      },
    });
    await audit(member.memberId, "note.edited", { noteId: note.id });
    changed("notes", [note.participantId]);
    const of = { eventId, participantId: note.participantId, noteId: note.id };
    const [edited] = await readNotes(db, of, member);
    if (!edited) throw new Error("a note that was just changed is not there");
    return edited;
  });
}
