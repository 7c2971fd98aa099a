import { z } from "zod";
import { rotateClientSecret } from "../oauth/authenticate-client";
import { changeFormalStatus } from "../platform/change-formal-status";
import {
  publishIntegration,
  reinstateIntegration,
  suspendIntegration,
  unpublishIntegration,
} from "../platform/change-integration";
import { revokeConnection } from "../platform/end-connection";
import { findEvent } from "../platform/find-event";
import type { Platform } from "../platform/platform";
import { revokeUserAccess } from "../platform/revoke-user-access";
import { queueDelivery } from "../webhooks/queue-delivery";
import { rotateWebhookSecret } from "../webhooks/webhook-secrets";

export const IntegrationAct = z.discriminatedUnion("action", [
  z.object({ action: z.literal("revoke_connection"), event_id: z.string() }),
  z.object({ action: z.literal("lose_formal_status"), organization_id: z.string() }),
  z.object({ action: z.literal("regain_formal_status"), organization_id: z.string() }),
  z.object({ action: z.literal("unpublish_integration") }),
  z.object({ action: z.literal("publish_integration") }),
  z.object({
    action: z.literal("suspend_integration"),
    reason: z.string().default("Repeated policy violations"),
  }),
  z.object({ action: z.literal("reinstate_integration"), reason: z.string().optional() }),
  z.object({
    action: z.literal("revoke_user_access"),
    event_id: z.string(),
    user_id: z.string(),
  }),
  z.object({
    action: z.literal("emit"),
    event_id: z.string().nullable(),
    type: z.string().min(1),
    data: z.unknown(),
  }),
  z.object({ action: z.literal("rotate_webhook_secret"), secret: z.string().min(8) }),
  z.object({ action: z.literal("rotate_client_secret"), secret: z.string().min(8) }),
]);
export type IntegrationAct = z.output<typeof IntegrationAct>;

/** Acts on connections and on the integration as a whole. */
export function actOnIntegration(platform: Platform, act: IntegrationAct): { ok: true } {
  switch (act.action) {
    case "revoke_connection":
      revokeConnection(platform, act.event_id);
      break;
    case "lose_formal_status":
    case "regain_formal_status":
      changeFormalStatus(platform, act.organization_id, act.action === "regain_formal_status");
      break;
    case "unpublish_integration":
      unpublishIntegration(platform);
      break;
    case "publish_integration":
      publishIntegration(platform);
      break;
    case "suspend_integration":
      suspendIntegration(platform, act.reason);
      break;
    case "reinstate_integration":
      reinstateIntegration(platform);
      break;
    case "revoke_user_access":
      revokeUserAccess(platform, act.event_id, act.user_id);
      break;
    case "emit":
      emit(platform, act);
      break;
    case "rotate_webhook_secret":
      rotateWebhookSecret(platform.store, platform.config, act.secret);
      break;
    case "rotate_client_secret":
      rotateClientSecret(platform, act.secret);
      break;
  }
  return { ok: true };
}

/** Any delivery at all, of known or unknown type, connected or not: for tests of the receiver. */
function emit(platform: Platform, act: Extract<IntegrationAct, { action: "emit" }>): void {
  const event = act.event_id === null ? undefined : findEvent(platform, act.event_id);
  queueDelivery(platform, {
    eventId: act.event_id,
    organizationId: event?.organization_id ?? null,
    type: act.type,
    occurredAt: platform.clock.now(),
    data: act.data ?? {},
  });
}
