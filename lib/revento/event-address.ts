import { env } from "@/lib/env";

/**
 * Where a participant finds their application in Revento. The contract names no such address, so it is
 * configured (`REVENTO_EVENT_URL`); null where it is not.
 */
export function eventAddress(eventId: string): string | null {
  return env().REVENTO_EVENT_URL?.replaceAll("{event_id}", encodeURIComponent(eventId)) ?? null;
}
