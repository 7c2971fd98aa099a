import { z } from "zod";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Role } from "./role-view";

const Id = z.uuid();

/** A seat of the event by its id. Throws AppError `not_found`. */
export async function requireMember(
  db: Tx,
  eventId: string,
  id: string,
): Promise<{ id: string; name: string | null; role: Role }> {
  const parsed = Id.safeParse(id);
  const member = parsed.success
    ? await db.member.findFirst({
        where: { eventId, id: parsed.data, revokedAt: null },
        select: { id: true, name: true, role: true },
      })
    : null;
  if (!member) throw new AppError("not_found", "Nobody with this id is in the team.");
  return { ...member, role: member.role as Role };
}

/** Throws AppError `conflict` where nobody but this member is the event's owner. */
export async function requireAnotherOwner(db: Tx, eventId: string, id: string): Promise<void> {
  const others = await db.member.count({
    where: { eventId, id: { not: id }, role: "owner", revokedAt: null, sessions: { some: {} } },
  });
  if (others === 0) {
    throw new AppError("conflict", "An event needs an owner: make somebody else one first.");
  }
}
