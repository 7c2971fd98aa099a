import type { Tx } from "@/lib/db";
import { writeAssigneeOrder } from "./write-assignee-order";

/**
 * Ends a seat in the transaction at hand: no browser has it, no link leads into it, its own views are gone, and nothing
 * is for it to review. What it wrote and gave stays.
 */
export async function takeSeat(db: Tx, eventId: string, memberId: string): Promise<void> {
  await db.memberSession.deleteMany({ where: { eventId, memberId } });
  await db.savedView.deleteMany({ where: { eventId, ownerId: memberId } });
  await db.listLayout.deleteMany({ where: { eventId, memberId } });
  await db.invitation.deleteMany({ where: { eventId, memberId, usedAt: null } });
  const assigned = await db.assignment.findMany({
    where: { eventId, memberId },
    select: { participantId: true },
  });
  await db.assignment.deleteMany({ where: { eventId, memberId } });
  await writeAssigneeOrder(
    db,
    eventId,
    assigned.map(({ participantId }) => participantId),
  );
  await db.presence.deleteMany({ where: { eventId, memberId } });
  await db.member.updateMany({ where: { eventId, id: memberId }, data: { revokedAt: new Date() } });
}
