import { withEvent } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import type { Role } from "@/lib/members/role-view";
import { findEventOfLink, requireNoSeat, requireSeatLink } from "./read-seat-link";

/** What somebody is told before they take a seat. `isDevice`: it is theirs already, on another device. */
export type SeatLinkPreviewView = {
  eventTitle: string | null;
  name: string | null;
  role: Role;
  isDevice: boolean;
};

/** What a link leads to; looking spends nothing. Throws JoinRefusal. */
export async function previewSeatLink(actor: Actor, token: string): Promise<SeatLinkPreviewView> {
  const { eventId, tokenHash } = await findEventOfLink(token);
  return withEvent(eventId, async ({ db }) => {
    const link = await requireSeatLink(db, eventId, tokenHash);
    await requireNoSeat(db, eventId, actor.sessionHash);
    const event = await db.event.findFirst({ where: { eventId }, select: { title: true } });
    return {
      eventTitle: event?.title ?? null,
      name: link.name,
      role: link.role as Role,
      isDevice: link.memberId !== null,
    };
  });
}
