import type { Platform } from "./platform";

/** The organizer who acts when nobody is named: the first of the event's organization. */
export function reviewerOf(platform: Platform, eventId: string): string | null {
  const row = platform.store.row<{ id: string }>(
    `SELECT people.id FROM events
     JOIN people ON people.organization_id = events.organization_id
     WHERE events.id = ? ORDER BY people.rowid LIMIT 1`,
    eventId,
  );
  return row?.id ?? null;
}
