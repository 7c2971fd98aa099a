import { withEventSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { EventId } from "@/lib/event-id";
import type { Actor, Role } from "./actor";

const RANK: Record<Role, number> = { owner: 5, manager: 4, reviewer: 3, check_in: 2, viewer: 1 };

/**
 * The guard of every verb that works in an event. Throws AppError: `unauthenticated` without a
 * session, `not_found` for an event that is not theirs or does not exist, `forbidden` for a member
 * whose role is below `minimum`.
 */
export async function requireRole(
  actor: Actor,
  eventId: string,
  minimum: Role,
): Promise<{ memberId: string; role: Role }> {
  if (!actor.sessionHash) throw new AppError("unauthenticated", "Connect your event to see it.");
  const id = EventId.safeParse(eventId);
  const member = id.success ? await findMember(id.data, actor.sessionHash) : undefined;
  if (!member) throw new AppError("not_found", "There is no such event here.");
  if (RANK[member.role] < RANK[minimum]) {
    throw new AppError("forbidden", "Your role in this event does not allow this.");
  }
  return { memberId: member.id, role: member.role };
}

async function findMember(eventId: string, sessionHash: string) {
  return withEventSql(eventId, async (sql) => {
    const found = await sql.query<{ id: string; role: Role }>(
      `SELECT id, role FROM members
       WHERE event_id = $1 AND session_hash = $2 AND revoked_at IS NULL`,
      [eventId, sessionHash],
    );
    return found.rows[0];
  });
}
