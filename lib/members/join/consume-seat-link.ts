import { changeEvent } from "@/lib/live/change-event";
import type { Actor } from "@/lib/members/actor";
import { createMember } from "@/lib/members/create-member";
import { createSession } from "@/lib/members/create-session";
import { replaceSession } from "@/lib/members/replace-session";
import type { Role } from "@/lib/members/role-view";
import { JoinRefusal } from "./join-refusal";
import { previewSeatLink } from "./preview-seat-link";
import { findEventOfLink, requireNoSeat, requireSeatLink } from "./read-seat-link";

const MOST_BROWSERS = 20;

/** `session`: what the browser's cookie holds from now on. */
export type Joined = { eventId: string; role: Role; session: string };

/**
 * Takes the seat that a link leads to, once: of two who press at a time one gets in. The browser gets a new session id,
 * with all its other seats, so that an id that was planted before is worth nothing. Throws JoinRefusal.
 */
export async function consumeSeatLink(actor: Actor, token: string): Promise<Joined> {
  if (actor.wasReplaced) throw new JoinRefusal("session_replaced");
  // No session is made for what leads nowhere.
  await previewSeatLink(actor, token);
  const { eventId, tokenHash } = await findEventOfLink(token);
  const { cookie, sessionHash } = await createSession();
  const role = await changeEvent(eventId, async ({ db, changed, audit }) => {
    const link = await requireSeatLink(db, eventId, tokenHash);
    await requireNoSeat(db, eventId, actor.sessionHash);
    const role = link.role as Role;
    const memberId =
      link.memberId ?? (await createMember(db, { eventId, sessionHash, role, name: link.name }));
    if (link.memberId) {
      const browsers = await db.memberSession.count({ where: { eventId, memberId } });
      if (browsers >= MOST_BROWSERS) throw new JoinRefusal("full", eventId);
      await db.memberSession.createMany({ data: { eventId, sessionHash, memberId } });
    }
    await db.invitation.updateMany({
      where: { eventId, id: link.id },
      data: { usedAt: new Date() },
    });
    await audit(memberId, link.memberId ? "member.device_joined" : "member.joined", {
      invitationId: link.id,
      role,
    });
    changed("members", [memberId]);
    return role;
  });
  if (actor.sessionHash) await replaceSession(actor.sessionHash, sessionHash);
  return { eventId, role, session: cookie };
}
