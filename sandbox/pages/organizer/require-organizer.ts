import type { Context } from "hono";
import { requireEvent } from "../../platform/find-event";
import type { Platform } from "../../platform/platform";
import { PlatformError } from "../../platform/platform-error";
import type { SandboxEnv } from "../../sandbox-env";
import type { EventRow, PersonRow } from "../../store/rows";
import { requireCurrentPerson } from "../require-current-person";

/** The event of this path and the organizer in front of this browser. Throws not_found, forbidden. */
export function requireOrganizer(
  platform: Platform,
  c: Context<SandboxEnv>,
  eventId: string,
): { person: PersonRow; event: EventRow } {
  const person = requireCurrentPerson(platform, c);
  const event = requireEvent(platform, eventId);
  requireMembership(person, event.organization_id);
  return { person, event };
}

/** Throws forbidden for whoever does not belong to the organization. */
export function requireMembership(person: PersonRow, organizationId: string): void {
  if (person.organization_id === organizationId) return;
  throw new PlatformError(403, "forbidden", `${person.name} is no organizer here.`);
}
