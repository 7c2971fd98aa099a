import type { Tx } from "@/lib/db";
import { may } from "@/lib/members/permissions-view";
import type { Member } from "@/lib/members/with-permission";
import type { NoteAuthorView, NoteView } from "./note-view";

/** As many as an application can have. */
export const MOST_NOTES = 500;

type Of = { eventId: string; participantId: string; noteId?: string };

/** The notes of an application as a member sees them, the oldest first; `noteId`: that one alone. */
export async function readNotes(
  db: Tx,
  { eventId, participantId, noteId }: Of,
  member: Member,
): Promise<NoteView[]> {
  const [notes, members] = await Promise.all([
    db.applicationNote.findMany({
      where: { eventId, participantId, id: noteId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: MOST_NOTES,
    }),
    db.member.findMany({ where: { eventId }, select: { id: true, name: true } }),
  ]);
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const author = (id: string): NoteAuthorView => ({
    id,
    name: names.get(id) ?? null,
    isSelf: id === member.memberId,
  });
  return notes.map((note) => {
    const isOwn = note.authorId === member.memberId;
    const isThere = note.deletedAt === null;
    return {
      id: note.id,
      replyTo: note.replyTo,
      author: author(note.authorId),
      text: note.text,
      mentions: note.mentions.map(author),
      version: note.version,
      createdAt: note.createdAt.toISOString(),
      editedAt: note.editedAt?.toISOString() ?? null,
      deletedAt: note.deletedAt?.toISOString() ?? null,
      canEdit: isThere && isOwn,
      canDelete: isThere && (isOwn || may(member.role, "notes.moderate")),
    };
  });
}
