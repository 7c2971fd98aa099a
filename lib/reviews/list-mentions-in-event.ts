import { z } from "zod";
import type { Actor } from "@/lib/members/actor";
import { readEventAs } from "@/lib/members/with-permission";
import { startOf } from "@/lib/start-of";
import type { MentionsView } from "./mention-view";

const Input = z.object({ eventId: z.string() });

const MOST_MENTIONS = 50;
/** Characters (UTF-16 units) of a note. */
const MOST_TEXT = 280;

/** The last 50 notes that name whoever asks. Throws AppError `unauthenticated`, `not_found`, `forbidden`. */
export async function listMentionsInEvent(actor: Actor, raw: unknown): Promise<MentionsView> {
  const { eventId } = Input.parse(raw);
  return readEventAs(actor, eventId, "notes.read", async (db, { memberId, sight }) => {
    const notes = await db.applicationNote.findMany({
      where: { eventId, mentionedAt: { not: null }, mentions: { has: memberId } },
      orderBy: [{ mentionedAt: "desc" }, { id: "asc" }],
      take: MOST_MENTIONS,
    });
    if (notes.length === 0) return { mentions: [] };
    const idsOf = (key: "participantId" | "authorId") => notes.map((note) => note[key]);
    const [people, authors] = await Promise.all([
      db.participant.findMany({
        where: { eventId, participantId: { in: idsOf("participantId") }, removedAt: null },
        select: { participantId: true, name: true },
      }),
      db.member.findMany({
        where: { eventId, id: { in: idsOf("authorId") } },
        select: { id: true, name: true },
      }),
    ]);
    const nameOf = new Map(people.map(({ participantId, name }) => [participantId, name]));
    const authorOf = new Map(authors.map(({ id, name }) => [id, name]));
    return {
      mentions: notes
        .filter(({ participantId }) => nameOf.has(participantId))
        .map(({ id, participantId, authorId, text, mentionedAt, unreadBy }) => ({
          noteId: id,
          participantId,
          name: sight.name ? (nameOf.get(participantId) ?? null) : null,
          author: {
            id: authorId,
            name: authorOf.get(authorId) ?? null,
            isSelf: authorId === memberId,
          },
          text: startOf(text, MOST_TEXT),
          at: mentionedAt?.toISOString() ?? "",
          isUnread: unreadBy.includes(memberId),
        })),
    };
  });
}
