const TYPES: Record<string, string> = {
  "application.submitted": "Somebody applied",
  "application.approved": "Application approved",
  "application.rejected": "Application rejected",
  "application.revision_requested": "Revision requested",
  "participant.registered": "Participant registered",
  "participant.profile_updated": "Profile updated",
  "activity.updated": "Activity updated",
  "activity.capacity_state_changed": "Activity's sign-ups changed",
  "event.published": "Event published",
  "event.unpublished": "Event unpublished",
  "event.updated": "Event updated",
  "user.revoked_access": "Participant revoked their sign-in",
  "integration.connected": "Foyer connected",
  "integration.suspended": "Foyer suspended",
  "data.deletion_required": "Data to be deleted",
};

/** The types of which Foyer knows what they mean. */
export const DELIVERY_TYPES = Object.keys(TYPES);

/** A delivery's type in words; Revento's own word where Foyer knows none. */
export function deliveryWords(type: string): string {
  return TYPES[type] ?? type;
}

/** What became of a delivery. */
export function outcomeWords(state: string, outcome: string | null): string {
  if (state === "pending") return "waiting";
  if (state === "dead") return "could not be read";
  if (outcome === "older") return "older than what is shown";
  if (outcome === "unchanged") return "nothing new";
  if (outcome === "no_connection") return "came without a connection";
  if (outcome === "unknown_type") return "kept, not understood";
  return (outcome ?? "applied").replaceAll("_", " ");
}
