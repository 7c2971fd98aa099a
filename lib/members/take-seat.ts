import type { Tx } from "@/lib/db";

/** Ends a seat in the transaction at hand: no browser has it, no link leads into it, and its own views are gone. */
export async function takeSeat(db: Tx, eventId: string, memberId: string): Promise<void> {
  await db.memberSession.deleteMany({ where: { eventId, memberId } });
  await db.savedView.deleteMany({ where: { eventId, ownerId: memberId } });
  await db.listLayout.deleteMany({ where: { eventId, memberId } });
  await db.invitation.deleteMany({ where: { eventId, memberId, usedAt: null } });
  await db.member.updateMany({ where: { eventId, id: memberId }, data: { revokedAt: new Date() } });
}
