import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import { may } from "./permissions-view";
import { requireAnotherOwner, requireMember } from "./require-member";
import { takeSeat } from "./take-seat";
import { changeEventAs } from "./with-permission";

const Input = z.object({ eventId: z.string(), memberId: z.string() });

/**
 * Takes somebody's seat, or leaves one's own: each of its browsers is out at once, and links into it are worth nothing.
 * Throws AppError `unauthenticated`, `not_found`, `forbidden` for another's seat but by owners, `conflict` for the last
 * owner's.
 */
export async function removeMemberInEvent(actor: Actor, raw: unknown): Promise<void> {
  const { eventId, memberId } = Input.parse(raw);
  await changeEventAs(
    actor,
    eventId,
    "seat.use",
    async ({ db, changed, audit }, { memberId: self, role }) => {
      const member = await requireMember(db, eventId, memberId);
      const isSelf = member.id === self;
      if (!isSelf && !may(role, "members.manage")) {
        throw new AppError("forbidden", "Only an owner takes somebody else's seat.");
      }
      if (member.role === "owner") await requireAnotherOwner(db, eventId, member.id);
      await takeSeat(db, eventId, member.id);
      await audit(self, isSelf ? "member.left" : "member.removed", { memberId: member.id });
      changed("members", [member.id]);
      // Nothing is for them to review any more.
      changed("labels");
    },
  );
}
