import type { AuthorizationRequest } from "../oauth/read-authorization-request";
import { requireEvent } from "../platform/find-event";
import type { Platform } from "../platform/platform";
import type { PersonRow } from "../store/rows";

const SHOWN = 12;

type Candidate = { person: PersonRow; note: string };

/** The people offered on the sign-in page for this request. */
export function listCandidates(platform: Platform, request: AuthorizationRequest): Candidate[] {
  return request.scopes.kind === "installation"
    ? listOrganizers(platform)
    : listApplicants(platform, request.event.id);
}

function listOrganizers(platform: Platform): Candidate[] {
  const rows = platform.store.rows<PersonRow & { note: string }>(
    `SELECT people.*, organizations.name AS note FROM people
     JOIN organizations ON organizations.id = organization_id ORDER BY people.rowid`,
  );
  return rows.map((row) => ({ person: row, note: `Organizer at ${row.note}` }));
}

function listApplicants(platform: Platform, eventId: string): Candidate[] {
  requireEvent(platform, eventId);
  const rows = platform.store.rows<PersonRow & { status: string }>(
    `SELECT people.*, application_status AS status FROM participants
     JOIN people ON people.id = user_id
     WHERE event_id = ? AND application_id IS NOT NULL ORDER BY seq LIMIT ?`,
    eventId,
    SHOWN,
  );
  const applicants = rows.map((row) => ({
    person: row,
    note: `Applied, ${row.status.replaceAll("_", " ")}`,
  }));
  const newcomer = platform.store.row<PersonRow>("SELECT * FROM people WHERE id = 'usr_newcomer'");
  if (newcomer) applicants.push({ person: { ...newcomer, status: "" }, note: "New here" });
  return applicants;
}
