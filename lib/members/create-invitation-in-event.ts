import { z } from "zod";
import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { storableText } from "@/lib/storable-text";
import type { Actor } from "./actor";
import { createSeatLink } from "./create-seat-link";
import { ROLES } from "./role-view";
import type { SeatLinkView } from "./team-view";
import { changeEventAs } from "./with-permission";

const LIFETIME_MS = 7 * 86_400_000;
/** Seats and offered seats of one event. */
const MOST_SEATS = 200;

/** What somebody of the team is called there. */
export const MemberName = storableText(80)
  .transform((name) => name.trim())
  .refine((name) => name !== "", "is empty");

const Input = z.object({
  eventId: z.string(),
  name: MemberName,
  role: z.enum(ROLES),
  email: z
    .union([z.literal(""), z.email().max(254)])
    .nullish()
    .transform((email) => email || null),
});

/**
 * Offers a seat in the event: a link for one browser, for seven days. Throws ZodError, or AppError `unauthenticated`,
 * `not_found`, `forbidden` but for owners, `conflict` beyond 200 seats.
 */
export async function createInvitationInEvent(actor: Actor, raw: unknown): Promise<SeatLinkView> {
  const { eventId, name, role, email } = Input.parse(raw);
  return changeEventAs(
    actor,
    eventId,
    "members.manage",
    async ({ db, changed, audit }, { memberId }) => {
      await requireRoom(db, eventId);
      const seat = { eventId, createdBy: memberId, role, name, email };
      const link = await createSeatLink(db, seat, LIFETIME_MS);
      await audit(memberId, "member.invited", { invitationId: link.id, role });
      changed("members");
      return link;
    },
  );
}

/** Throws AppError `conflict` where the event has as many seats, with those that are offered, as it can have. */
async function requireRoom(db: Tx, eventId: string): Promise<void> {
  const [members, offered] = await Promise.all([
    db.member.count({ where: { eventId, revokedAt: null } }),
    db.invitation.count({
      where: { eventId, memberId: null, usedAt: null, expiresAt: { gt: new Date() } },
    }),
  ]);
  if (members + offered < MOST_SEATS) return;
  throw new AppError("conflict", `An event has ${MOST_SEATS} seats at the most.`);
}
