import type { PersonRow } from "../store/rows";
import { requireEvent } from "./find-event";
import { foldText } from "./fold-text";
import type { Platform } from "./platform";

/** A person to choose, with what tells them apart: their organization, or their place in an event. */
export type Candidate = { person: PersonRow; note: string };

/** The organizers of every organization. */
export function listOrganizers(platform: Platform): Candidate[] {
  return platform.store
    .rows<PersonRow & { organization: string }>(
      `SELECT people.*, organizations.name AS organization FROM people
       JOIN organizations ON organizations.id = organization_id ORDER BY people.rowid`,
    )
    .map((row) => ({ person: row, note: `Organizer at ${row.organization}` }));
}

/** People of the seed who belong to no organization and have not applied anywhere yet. */
export function listNewcomers(platform: Platform): Candidate[] {
  return platform.store
    .rows<PersonRow>(
      `SELECT * FROM people WHERE organization_id IS NULL AND id NOT LIKE 'usr\\_p\\_%' ESCAPE '\\'
       ORDER BY rowid`,
    )
    .map((person) => ({ person, note: "Came without an application" }));
}

type Row = { user_id: string; display_name: string; role: string; status: string | null };

/**
 * The participants of an event whose name is found, in their order of arrival, at most `limit`;
 * `total` counts all that match. Throws not_found.
 */
export function listParticipantsByName(
  platform: Platform,
  eventId: string,
  query: { search: string; limit: number },
): { people: Candidate[]; total: number } {
  requireEvent(platform, eventId);
  const search = foldText(query.search);
  const rows = platform.store.rows<Row>(
    `SELECT user_id, display_name, role, application_status AS status FROM participants
     WHERE event_id = ? ORDER BY seq LIMIT ?`,
    eventId,
    search === "" ? query.limit : -1,
  );
  const found = rows.filter(({ display_name: name }) => foldText(name).includes(search));
  const people = found.slice(0, query.limit).flatMap((row) => {
    const person = platform.store.row<PersonRow>("SELECT * FROM people WHERE id = ?", row.user_id);
    return person ? [{ person, note: noteOf(row) }] : [];
  });
  return { people, total: search === "" ? countParticipants(platform, eventId) : found.length };
}

function countParticipants(platform: Platform, eventId: string): number {
  const counted = platform.store.row<{ count: number }>(
    "SELECT count(*) AS count FROM participants WHERE event_id = ?",
    eventId,
  );
  return counted?.count ?? 0;
}

function noteOf({ status, role }: Row): string {
  return status ? `Applied, ${status.replaceAll("_", " ")}` : `No application, ${role}`;
}
