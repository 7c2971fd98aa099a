import { ensureEventSeeded } from "../seed/seed-world";
import type { EventRow } from "../store/rows";
import type { Platform } from "./platform";
import { notFound } from "./platform-error";

/** An event without its content, or undefined. */
export function findEvent(platform: Platform, eventId: string): EventRow | undefined {
  return platform.store.row<EventRow>("SELECT * FROM events WHERE id = ?", eventId);
}

/** An event whose participants and program exist (generated now if need be). Throws not_found. */
export function requireEvent(platform: Platform, eventId: string): EventRow {
  const event = findEvent(platform, eventId);
  if (!event) throw notFound("event");
  ensureEventSeeded(platform.store, event);
  return event;
}
