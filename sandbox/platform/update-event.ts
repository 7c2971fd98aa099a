import type { EventRow } from "../store/rows";
import { tellIntegration } from "../webhooks/tell-integration";
import { requireEvent } from "./find-event";
import type { Platform } from "./platform";
import { viewEvent } from "./view-event";

/** What an organizer may change about an event. */
export type EventChanges = {
  title?: string | undefined;
  description?: string | undefined;
  publish_status?: "published" | "unpublished" | undefined;
};

/**
 * Changes an event; told as `event.published`, `event.unpublished` (contract 7.2: the API goes on
 * working) or `event.updated`. Throws not_found.
 */
export function updateEvent(platform: Platform, eventId: string, changes: EventChanges): EventRow {
  const event = requireEvent(platform, eventId);
  return platform.store.transaction(() => {
    platform.store.run(
      "UPDATE events SET title = ?, description = ?, publish_status = ?, updated_at = ? WHERE id = ?",
      changes.title ?? event.title,
      changes.description ?? event.description,
      changes.publish_status ?? event.publish_status,
      Math.max(platform.clock.now(), event.updated_at + 1),
      eventId,
    );
    const updated = requireEvent(platform, eventId);
    tellIntegration(platform, {
      eventId,
      organizationId: event.organization_id,
      type: `event.${changes.publish_status ?? "updated"}`,
      occurredAt: updated.updated_at,
      data: viewEvent(platform, updated),
    });
    return updated;
  });
}
