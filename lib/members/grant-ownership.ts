import type { Tx } from "@/lib/db";
import { createMember } from "./create-member";

/**
 * Makes a session the owner of an event, inside the transaction of the connect that proved it
 * (contract 3.2). A seat this session has already becomes the owner's. Answers the member's id.
 */
export async function grantOwnership(
  db: Tx,
  eventId: string,
  sessionHash: string,
): Promise<string> {
  const seat = await db.memberSession.findFirst({
    where: { eventId, sessionHash, member: { revokedAt: null } },
    select: { memberId: true },
  });
  if (!seat) return createMember(db, { eventId, sessionHash, role: "owner", name: null });
  await db.member.updateMany({
    where: { eventId, id: seat.memberId },
    data: { role: "owner" },
  });
  return seat.memberId;
}
