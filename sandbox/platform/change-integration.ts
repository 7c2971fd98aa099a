import { revokeFamilies } from "../oauth/revoke-families";
import type { ConnectionRow } from "../store/rows";
import { queueDelivery } from "../webhooks/queue-delivery";
import { formatTime } from "../wire/format-time";
import { endConnections } from "./end-connection";
import { readIntegrationState, writeIntegrationState } from "./integration-state";
import type { Platform } from "./platform";

/** The developer takes the integration off Revento: every connection ends (contract 7.4). */
export function unpublishIntegration(platform: Platform): void {
  const { store } = platform;
  store.transaction(() => {
    writeIntegrationState(platform, { ...readIntegrationState(platform), published: false });
    store.run("DELETE FROM codes");
    const connections = store.rows<ConnectionRow>(
      "SELECT * FROM connections WHERE status <> 'revoked'",
    );
    endConnections(platform, connections, "the integration was unpublished");
  });
}

/** The integration can be connected again; nothing that ended comes back. */
export function publishIntegration(platform: Platform): void {
  writeIntegrationState(platform, { ...readIntegrationState(platform), published: true });
}

/**
 * Revento suspends the integration: all its tokens die at once (contract 7.6), and
 * `integration.suspended`, which belongs to no event, is the last delivery.
 */
export function suspendIntegration(platform: Platform, reason: string): void {
  const { store, clock } = platform;
  const now = clock.now();
  store.transaction(() => {
    writeIntegrationState(platform, { ...readIntegrationState(platform), suspended: true, reason });
    store.run("DELETE FROM codes");
    store.run("UPDATE connections SET status = 'suspended' WHERE status = 'active'");
    revokeFamilies(platform, { all: true }, "the integration was suspended");
    queueDelivery(platform, {
      eventId: null,
      organizationId: null,
      type: "integration.suspended",
      occurredAt: now,
      data: { reason, suspended_at: formatTime(now) },
    });
  });
}

/** The suspension ends. Dead tokens stay dead: each organizer connects again (A). */
export function reinstateIntegration(platform: Platform): void {
  const state = readIntegrationState(platform);
  writeIntegrationState(platform, { ...state, suspended: false, reason: null });
}
