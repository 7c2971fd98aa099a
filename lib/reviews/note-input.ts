import type { Tx } from "@/lib/db";
import { storableText } from "@/lib/storable-text";

const LONGEST_NOTE = 5_000;
const MOST_MENTIONS = 20;

export const NoteText = storableText(LONGEST_NOTE)
  .transform((text) => text.trim())
  .refine((text) => text !== "", "is empty");

/** The members whom a text names, as "@" and their whole name; of two names that begin alike the longer one. */
export async function mentionsIn(db: Tx, eventId: string, text: string): Promise<string[]> {
  if (!text.includes("@")) return [];
  const members = await db.member.findMany({
    where: { eventId, revokedAt: null, name: { not: null } },
    select: { id: true, name: true },
  });
  const byLength = members.sort((a, b) => (b.name?.length ?? 0) - (a.name?.length ?? 0));
  const found: string[] = [];
  let rest = text;
  for (const { id, name } of byLength) {
    const mention = `@${name}`;
    if (!rest.includes(mention)) continue;
    rest = rest.replaceAll(mention, "");
    found.push(id);
  }
  return found.slice(0, MOST_MENTIONS);
}

type Mentioned = { mentions: string[]; unreadBy: string[]; mentionedAt: Date | null };

/** What a note holds of whom it names: whoever it names anew, but for its author, has not looked yet. */
export function mentioned(
  authorId: string,
  mentions: string[],
  before: Mentioned = { mentions: [], unreadBy: [], mentionedAt: null },
): Mentioned {
  const anew = mentions.filter((id) => !before.mentions.includes(id));
  const unread = mentions.filter((id) => anew.includes(id) || before.unreadBy.includes(id));
  const since = anew.length > 0 ? new Date() : before.mentionedAt;
  return {
    mentions,
    unreadBy: unread.filter((id) => id !== authorId),
    mentionedAt: mentions.length > 0 ? since : null,
  };
}
