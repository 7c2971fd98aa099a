import { requireEvent } from "../platform/find-event";
import type { Platform } from "../platform/platform";
import { PlatformError } from "../platform/platform-error";
import type { EventRow, FamilyRow } from "../store/rows";

/**
 * The event an installation token may read. Throws 403 installation_token_required (contract 2.3),
 * event_not_authorized for any other event, existing or not (1.3), insufficient_scope (3.6).
 */
export function requireEventGrant(
  platform: Platform,
  family: FamilyRow | undefined,
  eventId: string,
  scope: string,
): EventRow {
  if (family?.kind !== "installation") {
    throw new PlatformError(
      403,
      "installation_token_required",
      "A user token cannot read an event.",
    );
  }
  if (family.event_id !== eventId) {
    throw new PlatformError(403, "event_not_authorized", "This token is for another event.");
  }
  requireScope(family, scope);
  return requireEvent(platform, eventId);
}

/** The person and event of a user token. Throws 403 user_token_required, insufficient_scope. */
export function requireUserGrant(
  family: FamilyRow | undefined,
  scope: string,
): { userId: string; eventId: string } {
  if (family?.kind !== "user" || family.user_id === null) {
    throw new PlatformError(403, "user_token_required", "An installation token is nobody's.");
  }
  requireScope(family, scope);
  return { userId: family.user_id, eventId: family.event_id };
}

function requireScope(family: FamilyRow, scope: string): void {
  if (family.scope.split(" ").includes(scope)) return;
  throw new PlatformError(403, "insufficient_scope", `The scope ${scope} was not granted.`);
}
