import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db";

/**
 * Makes a session the owner of an event, inside the transaction of the connect that proved it
 * (contract 3.2). A seat this session has already becomes the owner's. Answers the member's id.
 */
export async function grantOwnership(
  db: Tx,
  eventId: string,
  sessionHash: string,
): Promise<string> {
  const { id } = await db.member.upsert({
    where: { eventId_sessionHash: { eventId, sessionHash } },
    create: { eventId, id: randomUUID(), sessionHash, role: "owner" },
    update: { role: "owner", revokedAt: null },
    select: { id: true },
  });
  return id;
}
