import { withSystem } from "@/lib/db";

/** How long a session that was replaced is recognized as such: another tab may still hold it. */
const RECOGNIZED_MS = 600_000;

/**
 * Moves every membership of one session to another and ends the first, in one transaction: whoever
 * knew the old id knows nothing any more. For ten minutes it is recognized as replaced. The new session must not be a
 * member of the same events.
 * False, and nothing moved: the old session ended meanwhile, by a sign-out or by another connect.
 */
export async function replaceSession(oldHash: string, newHash: string): Promise<boolean> {
  return withSystem(async ({ db }) => {
    const ended = await db.session.updateMany({
      where: { idHash: oldHash, replacedAt: null },
      data: {
        replacedAt: new Date(),
        replacedBy: newHash,
        expiresAt: new Date(Date.now() + RECOGNIZED_MS),
      },
    });
    if (ended.count === 0) return false;
    await db.memberSession.updateMany({
      where: { sessionHash: oldHash },
      data: { sessionHash: newHash },
    });
    return true;
  });
}
