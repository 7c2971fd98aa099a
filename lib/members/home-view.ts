import type { Role } from "./role-view";

/** Where a role begins in its event: at the door, at what it is to review, or above everything. */
export function homeOf(role: Role, eventId: string): string {
  const event = encodeURIComponent(eventId);
  if (role === "door") return `/door/${event}`;
  return role === "reviewer" ? `/events/${event}/review` : `/events/${event}`;
}
