import type { FamilyRow } from "../store/rows";
import { tellIntegration } from "../webhooks/tell-integration";
import { formatTime } from "../wire/format-time";
import type { Platform } from "./platform";

/** Makes the event's connection live and tells the integration (contract 1.2, 6.7 A). */
export function connectEvent(platform: Platform, family: FamilyRow): void {
  const connectedAt = platform.clock.now();
  platform.store.run(
    `INSERT INTO connections (event_id, organization_id, status, connected_at, scope)
     VALUES (?, ?, 'active', ?, ?)
     ON CONFLICT (event_id) DO UPDATE SET status = 'active',
       organization_id = excluded.organization_id, connected_at = excluded.connected_at,
       scope = excluded.scope`,
    family.event_id,
    family.organization_id,
    connectedAt,
    family.scope,
  );
  tellIntegration(platform, {
    eventId: family.event_id,
    organizationId: family.organization_id,
    type: "integration.connected",
    occurredAt: connectedAt,
    data: { connected_at: formatTime(connectedAt), scope: family.scope },
  });
}
