import { type Tx, withEvent } from "@/lib/db";
import type { Actor } from "./actor";
import type { VisitView } from "./visit-view";
import { readEventAs } from "./with-permission";

/** Whoever has not looked for so long begins another visit. */
const PAUSE_MS = 30 * 60_000;
/** A look is written down once a minute at the most. */
const STALE_MS = 60_000;
const MOST_COUNTED = 10_000;

/**
 * Writes down that a member looks at the event, and answers what came since their visit before this one. Nobody
 * else is told. Throws AppError `unauthenticated`, `not_found`.
 */
export async function noteVisitInEvent(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<VisitView> {
  const now = new Date();
  const seat = await readEventAs(actor, eventId, "event.read", async (db, { memberId }) => {
    const member = await db.member.findFirst({
      where: { eventId, id: memberId },
      select: { visitedAt: true, visitBefore: true },
    });
    const visitedAt = member?.visitedAt ?? null;
    const awayMs = visitedAt ? now.getTime() - visitedAt.getTime() : 0;
    const since = awayMs > PAUSE_MS ? visitedAt : (member?.visitBefore ?? null);
    return {
      memberId,
      since,
      isNoted: visitedAt !== null && awayMs < STALE_MS,
      applied: since ? await countSince(db, eventId, since) : 0,
    };
  });
  const { memberId, since, isNoted, applied } = seat;
  if (!isNoted) {
    await withEvent(eventId, ({ db }) =>
      db.member.updateMany({
        where: { eventId, id: memberId, revokedAt: null },
        data: { visitedAt: now, visitBefore: since },
      }),
    );
  }
  return { since: since?.toISOString() ?? null, applied };
}

function countSince(db: Tx, eventId: string, since: Date): Promise<number> {
  return db.participant.count({
    where: { eventId, removedAt: null, status: { not: null }, submittedAt: { gt: since } },
    take: MOST_COUNTED,
  });
}
