/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import {
  publishIntegration,
  reinstateIntegration,
  suspendIntegration,
  unpublishIntegration,
} from "../../platform/change-integration";
import { readIntegrationState } from "../../platform/integration-state";
import { listConnections } from "../../platform/list-connections";
import { countDeliveries } from "../../platform/list-recent-deliveries";
import type { Platform } from "../../platform/platform";
import { PlatformError } from "../../platform/platform-error";
import type { SandboxEnv } from "../../sandbox-env";
import { leaveNote } from "../note-cookie";
import { showPage } from "../show-page";
import { clockRoutes } from "./clock-routes";
import { deliveryRoutes } from "./delivery-routes";
import { IntegrationPage } from "./integration-page";

/** The developer console. Whoever runs the sandbox is its developer, so it asks for nobody. */
export function developerRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/developer", (c) =>
    showPage(
      platform,
      c,
      { title: "Developer console" },
      <IntegrationPage
        config={platform.config}
        state={readIntegrationState(platform)}
        connections={listConnections(platform)}
        deliveries={countDeliveries(platform)}
      />,
    ),
  );
  routes.post("/developer/integration", async (c) => {
    const form = await c.req.parseBody();
    leaveNote(c, changeIntegration(platform, form));
    return c.redirect("/developer", 303);
  });
  routes.route("/", deliveryRoutes(platform));
  routes.route("/", clockRoutes(platform));
  return routes;
}

function changeIntegration(platform: Platform, form: Record<string, unknown>): string {
  switch (form.act) {
    case "publish":
      publishIntegration(platform);
      return "The integration is published. Each organizer connects again.";
    case "unpublish":
      unpublishIntegration(platform);
      return "The integration is unpublished. Every connection has ended.";
    case "suspend":
      suspendIntegration(platform, String(form.reason ?? "").trim() || "No reason given");
      return "The integration is suspended. All its tokens are dead.";
    case "reinstate":
      reinstateIntegration(platform);
      return "The suspension is over. Each organizer connects again.";
    default:
      throw new PlatformError(400, "invalid_request", "There is no such change.");
  }
}
