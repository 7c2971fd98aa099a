import type { Tx } from "@/lib/db";
import type { Actor } from "./actor";
import { may } from "./permissions-view";
import type { Role } from "./role-view";
import { type SightLevel, USUAL_LEVELS } from "./sight-view";
import type { InvitationView, MemberView, TeamView } from "./team-view";
import { readEventAs } from "./with-permission";

/**
 * The event's team, the longest in it first; open invitations only for whoever may hand them out. Throws AppError
 * `unauthenticated`, `not_found`, `forbidden`.
 */
export async function listMembersInEvent(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<TeamView> {
  return readEventAs(actor, eventId, "members.read", async (db, { memberId, role }) => ({
    members: await readMembers(db, eventId, memberId),
    invitations: may(role, "members.manage") ? await readInvitations(db, eventId) : [],
    levels: await readLevels(db, eventId),
  }));
}

async function readLevels(db: Tx, eventId: string): Promise<TeamView["levels"]> {
  const set = await db.roleLevel.findMany({ where: { eventId } });
  return {
    ...USUAL_LEVELS,
    ...Object.fromEntries(set.map(({ role, level }) => [role, level as SightLevel])),
  };
}

async function readMembers(db: Tx, eventId: string, self: string): Promise<MemberView[]> {
  const members = await db.member.findMany({
    where: { eventId, revokedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      role: true,
      sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
    },
  });
  return members.map(({ id, name, role, sessions }) => ({
    id,
    name,
    role: role as Role,
    lastSeenAt: sessions[0]?.lastSeenAt.toISOString() ?? null,
    isSelf: id === self,
  }));
}

async function readInvitations(db: Tx, eventId: string): Promise<InvitationView[]> {
  const open = await db.invitation.findMany({
    where: { eventId, memberId: null, usedAt: null, expiresAt: { gt: new Date() } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return open.map(({ id, name, role, email, expiresAt }) => ({
    id,
    name: name ?? "",
    role: role as Role,
    email,
    expiresAt: expiresAt.toISOString(),
  }));
}
