import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Actor } from "./actor";
import { MemberName } from "./create-invitation-in-event";
import { may } from "./permissions-view";
import { requireAnotherOwner, requireMember } from "./require-member";
import { ROLES } from "./role-view";
import { changeEventAs } from "./with-permission";
import { writeOrderOfAssignee } from "./write-assignee-order";

const Input = z.object({
  eventId: z.string(),
  memberId: z.string(),
  role: z.enum(ROLES).optional(),
  name: MemberName.optional(),
});

/**
 * Gives somebody of the team another role or name. Everybody names themselves; the rest is an owner's. Throws ZodError,
 * or AppError `unauthenticated`, `not_found`, `forbidden`, `conflict` for the role of the last owner.
 */
export async function updateMemberInEvent(actor: Actor, raw: unknown): Promise<void> {
  const { eventId, memberId, role, name } = Input.parse(raw);
  await changeEventAs(
    actor,
    eventId,
    "members.read",
    async ({ db, changed, audit }, { memberId: self, role: own }) => {
      const member = await requireMember(db, eventId, memberId);
      const isAllowed = may(own, "members.manage") || (member.id === self && role === undefined);
      if (!isAllowed)
        throw new AppError("forbidden", "Only an owner changes somebody else's seat.");
      if (member.role === "owner" && role !== undefined && role !== "owner") {
        await requireAnotherOwner(db, eventId, member.id);
      }
      await db.member.updateMany({
        where: { eventId, id: member.id },
        data: { ...(role ? { role } : {}), ...(name ? { name } : {}) },
      });
      if (name) await writeOrderOfAssignee(db, eventId, member.id);
      if (role && role !== member.role) {
        await audit(self, "member.role_changed", {
          memberId: member.id,
          from: member.role,
          to: role,
        });
      }
      changed("members", [member.id]);
    },
  );
}
