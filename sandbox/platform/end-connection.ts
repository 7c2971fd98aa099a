import { revokeFamilies } from "../oauth/revoke-families";
import type { ConnectionRow } from "../store/rows";
import { queueDelivery } from "../webhooks/queue-delivery";
import { formatTime } from "../wire/format-time";
import { findConnection } from "./find-connection";
import type { Platform } from "./platform";
import { PlatformError } from "./platform-error";

const ERASURE_MS = 30 * 86_400_000;

/**
 * The organizer revokes the integration on their event (contract 7.1): every token derived for it
 * dies at once, and `data.deletion_required` with a 30-day deadline is the last delivery. Throws
 * conflict if the event is not connected.
 */
export function revokeConnection(platform: Platform, eventId: string): void {
  const connection = findConnection(platform, eventId);
  if (!connection || connection.status === "revoked") {
    throw new PlatformError(409, "conflict", "This event is not connected.");
  }
  endConnections(platform, [connection], "the organizer revoked the integration");
}

/** Ends connections that are not ended yet, one `data.deletion_required` each. */
export function endConnections(
  platform: Platform,
  connections: readonly ConnectionRow[],
  reason: string,
): void {
  const { store, clock } = platform;
  store.transaction(() => {
    for (const connection of connections) {
      const now = clock.now();
      const eventId = connection.event_id;
      store.run("UPDATE connections SET status = 'revoked' WHERE event_id = ?", eventId);
      store.run("DELETE FROM codes WHERE event_id = ?", eventId);
      revokeFamilies(platform, { eventId }, reason);
      queueDelivery(platform, {
        eventId,
        organizationId: connection.organization_id,
        type: "data.deletion_required",
        occurredAt: now,
        data: {
          event_id: eventId,
          organization_id: connection.organization_id,
          deadline_at: formatTime(now + ERASURE_MS),
        },
      });
    }
  });
}
