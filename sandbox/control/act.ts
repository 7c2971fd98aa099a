import { z } from "zod";
import type { Platform } from "../platform/platform";
import { withoutWebhooks } from "../webhooks/queue-delivery";
import { ApplicationAct, actOnApplication } from "./act-on-application";
import { actOnEvent, EventAct } from "./act-on-event";
import { actOnIntegration, IntegrationAct } from "./act-on-integration";

const Options = z.object({ silent: z.boolean().default(false) });
const Act = z.discriminatedUnion("action", [ApplicationAct, EventAct, IntegrationAct]);

/**
 * Does what a person of Revento would do on a page, through the same verb. `silent: true` lets the
 * change happen without its webhooks. Throws what the verb throws; a ZodError for a malformed act.
 */
export function act(platform: Platform, raw: unknown): unknown {
  const { silent } = Options.parse(raw);
  const parsed = Act.parse(raw);
  const perform = () => {
    const onApplication = ApplicationAct.safeParse(parsed);
    if (onApplication.success) return actOnApplication(platform, onApplication.data);
    const onEvent = EventAct.safeParse(parsed);
    if (onEvent.success) return actOnEvent(platform, onEvent.data);
    return actOnIntegration(platform, IntegrationAct.parse(parsed));
  };
  return silent ? withoutWebhooks(perform) : perform();
}
