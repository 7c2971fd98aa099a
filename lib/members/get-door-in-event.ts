import type { Actor } from "./actor";
import type { DoorView } from "./door-view";
import { readEventAs } from "./with-permission";

/** What whoever is at the door sees of the event. Throws AppError `unauthenticated`, `not_found`, `forbidden`. */
export async function getDoorInEvent(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<DoorView> {
  return readEventAs(actor, eventId, "door.open", async (db, { role }) => {
    const event = await db.event.findFirst({ where: { eventId }, select: { title: true } });
    return { title: event?.title ?? null, role };
  });
}
