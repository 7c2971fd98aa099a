import { z } from "zod";
import type { Actor } from "./actor";
import { createSeatLink } from "./create-seat-link";
import type { SeatLinkView } from "./team-view";
import { changeEventAs } from "./with-permission";

const LIFETIME_MS = 10 * 60_000;
const Input = z.object({ eventId: z.string() });

/**
 * A link that lets one more browser use the caller's own seat, for ten minutes; the one before is worth nothing then.
 * Throws AppError `unauthenticated`, `not_found`.
 */
export async function createDeviceLinkInEvent(actor: Actor, raw: unknown): Promise<SeatLinkView> {
  const { eventId } = Input.parse(raw);
  return changeEventAs(actor, eventId, "seat.use", async ({ db, audit }, { memberId, role }) => {
    await db.invitation.deleteMany({ where: { eventId, memberId, usedAt: null } });
    const seat = { eventId, createdBy: memberId, role, name: null, memberId };
    const link = await createSeatLink(db, seat, LIFETIME_MS);
    await audit(memberId, "member.device_invited", { invitationId: link.id });
    return link;
  });
}
