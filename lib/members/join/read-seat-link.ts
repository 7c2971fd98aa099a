import { type Tx, withSystem } from "@/lib/db";
import { hashSessionId } from "@/lib/session-id";
import { JoinRefusal } from "./join-refusal";

/** The event that a link is of, and the hash it is kept under. Throws JoinRefusal `unknown`. */
export async function findEventOfLink(
  token: string,
): Promise<{ eventId: string; tokenHash: string }> {
  const tokenHash = hashSessionId(token);
  if (!tokenHash) throw new JoinRefusal("unknown");
  const found = await withSystem(({ db }) =>
    db.invitation.findFirst({ where: { tokenHash }, select: { eventId: true } }),
  );
  if (!found) throw new JoinRefusal("unknown");
  return { eventId: found.eventId, tokenHash };
}

/** A link that still leads into a seat. Throws JoinRefusal. */
export async function requireSeatLink(db: Tx, eventId: string, tokenHash: string) {
  const link = await db.invitation.findFirst({ where: { eventId, tokenHash } });
  if (!link) throw new JoinRefusal("unknown");
  if (link.usedAt) throw new JoinRefusal("used", eventId);
  if (link.expiresAt <= new Date()) throw new JoinRefusal("expired", eventId);
  if (link.memberId) {
    const seat = await db.member.findFirst({
      where: { eventId, id: link.memberId, revokedAt: null },
      select: { role: true },
    });
    if (!seat) throw new JoinRefusal("used", eventId);
    return { ...link, role: seat.role };
  }
  return link;
}

/** Throws JoinRefusal `has_seat` where this browser has one in the event. */
export async function requireNoSeat(
  db: Tx,
  eventId: string,
  sessionHash: string | null,
): Promise<void> {
  if (!sessionHash) return;
  const seat = await db.memberSession.findFirst({ where: { eventId, sessionHash } });
  if (seat) throw new JoinRefusal("has_seat", eventId);
}
