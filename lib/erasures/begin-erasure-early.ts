import { isLive } from "@/lib/connections/connection-states";
import { AppError } from "@/lib/errors";
import { wake } from "@/lib/live/wake";
import type { Actor } from "@/lib/members/actor";
import { changeEventAs } from "@/lib/members/with-permission";
import { beginErasure } from "./begin-erasure";

/**
 * Begins the erasure of an ended connection before its planned time, for an owner of the event. Throws AppError
 * `unauthenticated`, `not_found`, `forbidden`, and `conflict` for a connection that goes on and for an erasure that
 * has begun.
 */
export async function beginErasureEarly(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<void> {
  await changeEventAs(actor, eventId, "erasure.begin", async (change, { memberId }) => {
    const connection = await change.db.connection.findUnique({
      where: { eventId },
      select: { state: true },
    });
    if (!connection || isLive(connection.state)) {
      throw new AppError("conflict", "This event is connected. Remove Foyer in Revento first.");
    }
    if (!(await beginErasure(change, "organizer"))) {
      throw new AppError("conflict", "What Foyer holds of this event is being deleted already.");
    }
    await change.audit(memberId, "erasure.begun_by_organizer");
  });
  await wake("foyer_erasures");
}
