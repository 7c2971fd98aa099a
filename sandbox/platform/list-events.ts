import type { EventRow, PersonRow } from "../store/rows";
import type { Platform } from "./platform";

/** Every event of the platform, without generating any. */
export function listEvents(platform: Platform): EventRow[] {
  return platform.store.rows<EventRow>("SELECT * FROM events ORDER BY rowid");
}

/** The events of the organization a person belongs to. */
export function listEventsOrganizedBy(platform: Platform, person: PersonRow): EventRow[] {
  return platform.store.rows<EventRow>(
    "SELECT * FROM events WHERE organization_id = ? ORDER BY rowid",
    person.organization_id,
  );
}

/** The events a person takes part in, with the status of their application or null without one. */
export function listEventsOfParticipant(
  platform: Platform,
  person: PersonRow,
): { event: EventRow; status: string | null }[] {
  return platform.store
    .rows<EventRow & { application_status: string | null }>(
      `SELECT events.*, application_status FROM participants
       JOIN events ON events.id = event_id WHERE user_id = ? ORDER BY events.rowid`,
      person.id,
    )
    .map((row) => ({ event: row, status: row.application_status }));
}
