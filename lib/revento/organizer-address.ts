import { env } from "@/lib/env";

/**
 * Where organizers find their events, and in each its integrations, in Revento. The contract names no such
 * address, so it is configured (`REVENTO_ORGANIZER_URL`); null where it is not.
 */
export function organizerAddress(): string | null {
  return env().REVENTO_ORGANIZER_URL ?? null;
}
