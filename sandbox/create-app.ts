import { Hono } from "hono";
import { ZodError } from "zod";
import { developerRoutes } from "./api/developer-routes";
import { eventRoutes } from "./api/event-routes";
import { meRoutes } from "./api/me-routes";
import { meterToken } from "./api/meter-token";
import { applyRequestFault } from "./control/apply-request-fault";
import { controlRoutes } from "./control/control-routes";
import { logRequest } from "./control/log-request";
import { authorizeRoutes } from "./oauth/authorize-routes";
import { tokenRoutes } from "./oauth/token-routes";
import { pageRoutes } from "./pages/page-routes";
import type { Platform } from "./platform/platform";
import { PlatformError } from "./platform/platform-error";
import type { SandboxEnv } from "./sandbox-env";

const API = "/api/v1";

/** All of the platform's HTTP: OAuth, the read API, the pages, and `/_control`. */
export function createApp(platform: Platform): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>();
  app.use("/oauth/*", logRequest(platform), applyRequestFault(platform));
  app.use(`${API}/*`, logRequest(platform));
  app.use(`${API}/events/*`, meterToken(platform));
  app.use(`${API}/me/*`, meterToken(platform));
  app.use(`${API}/*`, applyRequestFault(platform));
  app.route("/", authorizeRoutes(platform));
  app.route("/", tokenRoutes(platform));
  app.route(API, eventRoutes(platform));
  app.route(API, meRoutes(platform));
  app.route(API, developerRoutes(platform));
  app.route("/_control", controlRoutes(platform));
  app.route("/", pageRoutes(platform));
  app.notFound((c) => c.json(envelope("not_found", "Nothing is here.", c.get("requestId")), 404));
  app.onError((error, c) => {
    const requestId = c.get("requestId");
    if (error instanceof PlatformError) {
      return c.json(envelope(error.code, error.message, requestId), error.status);
    }
    if (error instanceof ZodError || error instanceof SyntaxError) {
      return c.json(envelope("invalid_request", error.message, requestId), 400);
    }
    console.error(error);
    return c.json(envelope("internal_error", "The sandbox has a bug.", requestId), 500);
  });
  return app;
}

/** The error envelope of contract 4.2. */
function envelope(error: string, message: string, requestId: string | undefined) {
  return { error, message, request_id: requestId ?? null };
}
