import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { OfApplication } from "./of-application";

/** Says that a member has left an application. Throws ZodError, or AppError `unauthenticated`, `forbidden`, `not_found`. */
export async function endPresenceInEvent(actor: Actor, raw: unknown): Promise<void> {
  const { eventId, participantId } = OfApplication.parse(raw);
  await changeEventAs(
    actor,
    eventId,
    "reviews.write",
    async ({ db, changed }, { memberId }) => {
      const { count } = await db.presence.deleteMany({
        where: { eventId, memberId, participantId },
      });
      if (count > 0) changed("presence", [participantId]);
    },
    { of: "person" },
  );
}
