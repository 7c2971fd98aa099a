import type { Route } from "next";

/** Where the note stands that names somebody. */
export function mentionHref(eventId: string, participantId: string): Route {
  return `/events/${encodeURIComponent(eventId)}/applications?selected=${encodeURIComponent(participantId)}` as Route;
}
