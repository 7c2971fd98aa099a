import { z } from "zod";
import type { Actor } from "./actor";
import { ROLES_WITH_LEVEL, SIGHT_LEVELS } from "./sight-view";
import { changeEventAs } from "./with-permission";

const Input = z.object({
  eventId: z.string(),
  role: z.enum(ROLES_WITH_LEVEL),
  level: z.enum(SIGHT_LEVELS),
});

/**
 * Says how much of people a role sees in the event, from the next request on. Throws ZodError (also for owners, who see
 * everything, and the door, which sees nobody), or AppError `unauthenticated`, `not_found`, `forbidden`.
 */
export async function setRoleLevelInEvent(actor: Actor, raw: unknown): Promise<void> {
  const { eventId, role, level } = Input.parse(raw);
  await changeEventAs(
    actor,
    eventId,
    "members.manage",
    async ({ db, changed, audit }, { memberId }) => {
      const id = { eventId, role };
      await db.roleLevel.upsert({
        where: { eventId_role: id },
        create: { ...id, level },
        update: { level },
      });
      await audit(memberId, "member.level_changed", { role, level });
      changed("members");
    },
  );
}
