import type { Actor, Role } from "./actor";
import { type Member, withRole } from "./with-role";

/**
 * The guard of every verb that works in an event. Throws AppError: `unauthenticated` without a
 * session, `not_found` for an event that is not theirs or does not exist, `forbidden` for a member
 * whose role is below `minimum`.
 */
export async function requireRole(actor: Actor, eventId: string, minimum: Role): Promise<Member> {
  return withRole(actor, eventId, minimum, async (_, member) => member);
}
