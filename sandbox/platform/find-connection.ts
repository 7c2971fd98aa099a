import type { ConnectionRow } from "../store/rows";
import type { Platform } from "./platform";

/** The event's connection whatever its status, or undefined if it never was connected. */
export function findConnection(platform: Platform, eventId: string): ConnectionRow | undefined {
  return platform.store.row<ConnectionRow>("SELECT * FROM connections WHERE event_id = ?", eventId);
}

/** Whether the event is connected now. */
export function isConnected(platform: Platform, eventId: string): boolean {
  return findConnection(platform, eventId)?.status === "active";
}
