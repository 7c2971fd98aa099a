import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/members/actor";
import { may } from "@/lib/members/permissions-view";
import { changeEventAs } from "@/lib/members/with-permission";
import { countNotes } from "./count-notes";
import { requireNote } from "./require-note";

const Input = z.object({ eventId: z.string(), noteId: z.string() });

/**
 * Deletes the words of a note; that there was one stays to be seen, so that answers to it make sense. Throws AppError
 * `unauthenticated`, `not_found`, `forbidden` for another's note but by owners and managers.
 */
export async function deleteNoteInEvent(actor: Actor, raw: unknown): Promise<void> {
  const { eventId, noteId } = Input.parse(raw);
  await changeEventAs(actor, eventId, "notes.write", async ({ db, changed, audit }, member) => {
    const note = await requireNote(db, eventId, noteId);
    if (note.authorId !== member.memberId && !may(member.role, "notes.moderate")) {
      throw new AppError(
        "forbidden",
        "Only whoever wrote a note, an owner or a manager deletes it.",
      );
    }
    await db.applicationNote.updateMany({
      where: { eventId, id: note.id },
      data: {
        text: "",
        mentions: [],
        unreadBy: [],
        mentionedAt: null,
        deletedAt: new Date(),
        version: note.version + 1,
      },
    });
    await countNotes(db, note);
    await audit(member.memberId, "note.deleted", { noteId: note.id });
    changed("notes", [note.participantId]);
  });
}
