import { env } from "@/lib/env";

/**
 * Where an organizer finds an application in Revento and decides on it. The contract names no such
 * address, so it is configured (`REVENTO_APPLICATION_URL`); null where it is not.
 */
export function applicationAddress(eventId: string, applicationId: string): string | null {
  return (
    env()
      .REVENTO_APPLICATION_URL?.replaceAll("{event_id}", () => encodeURIComponent(eventId))
      .replaceAll("{application_id}", () => encodeURIComponent(applicationId)) ?? null
  );
}
