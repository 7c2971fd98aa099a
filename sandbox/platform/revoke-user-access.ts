import { revokeFamilies } from "../oauth/revoke-families";
import { tellIntegration } from "../webhooks/tell-integration";
import { formatTime } from "../wire/format-time";
import { requireEvent } from "./find-event";
import type { Platform } from "./platform";

/**
 * A participant takes back "Login with Revento" for an event (contract 7.5): their user tokens die,
 * told as `user.revoked_access`. Throws not_found for an unknown event.
 */
export function revokeUserAccess(platform: Platform, eventId: string, userId: string): void {
  const event = requireEvent(platform, eventId);
  const now = platform.clock.now();
  platform.store.transaction(() => {
    platform.store.run("DELETE FROM codes WHERE event_id = ? AND user_id = ?", eventId, userId);
    revokeFamilies(platform, { eventId, kind: "user", userId }, "the participant revoked access");
    tellIntegration(platform, {
      eventId,
      organizationId: event.organization_id,
      type: "user.revoked_access",
      occurredAt: now,
      data: { user_id: userId, revoked_at: formatTime(now) },
    });
  });
}
