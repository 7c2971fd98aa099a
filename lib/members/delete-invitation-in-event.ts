import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import { changeEventAs } from "./with-permission";

const Input = z.object({ eventId: z.string(), invitationId: z.string() });
const Id = z.uuid();

/**
 * Takes an invitation back that nobody has used. Throws AppError `unauthenticated`, `forbidden` but for owners,
 * `not_found`.
 */
export async function deleteInvitationInEvent(actor: Actor, raw: unknown): Promise<void> {
  const { eventId, invitationId } = Input.parse(raw);
  await changeEventAs(
    actor,
    eventId,
    "members.manage",
    async ({ db, changed, audit }, { memberId }) => {
      const id = Id.safeParse(invitationId);
      const open = { eventId, memberId: null, usedAt: null };
      const deleted = id.success
        ? await db.invitation.deleteMany({ where: { ...open, id: id.data } })
        : { count: 0 };
      if (deleted.count === 0) {
        throw new AppError("not_found", "There is no such invitation any more.");
      }
      await audit(memberId, "member.invitation_revoked", { invitationId });
      changed("members");
    },
  );
}
