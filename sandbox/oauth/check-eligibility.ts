import { isConnected } from "../platform/find-connection";
import { findParticipantOfPerson } from "../platform/find-participant";
import type { Platform } from "../platform/platform";
import type { OrganizationRow, PersonRow } from "../store/rows";
import type { AuthorizationRequest } from "./read-authorization-request";

/** Why a person may not go on: an error code for the client and a sentence for the person. */
export type Ineligibility = { error: string; reason: string };

/**
 * Whether this person may grant this request at all: organizers for events of their own formal and
 * verified organization (contract 1.4), participants for connected events in which they have an
 * application, whatever its status (3.8). Undefined means yes.
 */
export function checkEligibility(
  platform: Platform,
  request: AuthorizationRequest,
  person: PersonRow,
): Ineligibility | undefined {
  return request.scopes.kind === "installation"
    ? checkOrganizer(platform, request, person)
    : checkParticipant(platform, request, person);
}

function checkOrganizer(
  platform: Platform,
  { event }: AuthorizationRequest,
  person: PersonRow,
): Ineligibility | undefined {
  if (person.organization_id !== event.organization_id) {
    return {
      error: "access_denied",
      reason: `${person.name} does not organize "${event.title}". Only its organizers can connect it.`,
    };
  }
  const organization = platform.store.row<OrganizationRow>(
    "SELECT * FROM organizations WHERE id = ?",
    event.organization_id,
  );
  if (organization?.formal && organization.verified) return undefined;
  return {
    error: "organization_not_eligible",
    reason: `${organization?.name ?? "The organization"} is not a formal, verified organization, so its events cannot be connected.`,
  };
}

function checkParticipant(
  platform: Platform,
  { event }: AuthorizationRequest,
  person: PersonRow,
): Ineligibility | undefined {
  if (!isConnected(platform, event.id)) {
    return {
      error: "not_eligible",
      reason: `"${event.title}" is not connected to this integration, so you cannot sign in with Revento there.`,
    };
  }
  if (findParticipantOfPerson(platform, event.id, person.id)?.application_id) return undefined;
  return {
    error: "not_eligible",
    reason: `You have no application for "${event.title}". Apply first, then sign in.`,
  };
}
