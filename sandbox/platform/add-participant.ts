import { slugOf } from "../seed/fixed-world";
import type { EventRow, ParticipantRow, PersonRow } from "../store/rows";
import type { Platform } from "./platform";
import { notFound } from "./platform-error";

/** Writes a new participant without an application, numbered after the event's last one. */
export function addParticipant(
  platform: Platform,
  event: EventRow,
  newcomer: { person: PersonRow; role: string },
): ParticipantRow {
  const id = `ptp_${slugOf(event.id)}_${nextNumber(platform, event.id)}`;
  platform.store.insert("participants", {
    id,
    event_id: event.id,
    user_id: newcomer.person.id,
    role: newcomer.role,
    custom_form_fields: "{}",
    display_name: newcomer.person.name,
    email: newcomer.person.email,
    updated_at: platform.clock.now(),
  });
  const row = platform.store.row<ParticipantRow>("SELECT * FROM participants WHERE id = ?", id);
  if (!row) throw notFound("participant");
  return row;
}

/** The number the event's next participant gets; rows are never deleted, so counting is enough. */
export function nextNumber(platform: Platform, eventId: string): number {
  const counted = platform.store.row<{ count: number }>(
    "SELECT count(*) AS count FROM participants WHERE event_id = ?",
    eventId,
  );
  return (counted?.count ?? 0) + 1;
}
