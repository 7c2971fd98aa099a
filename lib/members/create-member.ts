import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db";
import type { Role } from "./role-view";

type NewMember = { eventId: string; sessionHash: string; role: Role; name: string | null };

/** A new seat in an event and the browser that it is used from. Answers the member's id. */
export async function createMember(
  db: Tx,
  { eventId, sessionHash, role, name }: NewMember,
): Promise<string> {
  const id = randomUUID();
  await db.member.createMany({ data: { eventId, id, role, name } });
  await db.memberSession.createMany({ data: { eventId, sessionHash, memberId: id } });
  return id;
}
