import { MANIFEST } from "../manifest";
import { isConnected } from "../platform/find-connection";
import type { Platform } from "../platform/platform";
import { type Happening, queueDelivery } from "./queue-delivery";

const DECLARED: ReadonlySet<string> = new Set(MANIFEST.declaredWebhookEventTypes);

/**
 * Tells the integration what happened, if its manifest declares the type (contract 6.10) and the
 * event is connected at this moment.
 */
export function tellIntegration(platform: Platform, happening: Happening): void {
  if (!DECLARED.has(happening.type)) return;
  if (happening.eventId !== null && !isConnected(platform, happening.eventId)) return;
  queueDelivery(platform, happening);
}
