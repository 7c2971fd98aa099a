import { Hono } from "hono";
import type { Platform } from "../platform/platform";
import { notFound } from "../platform/platform-error";
import type { SandboxEnv } from "../sandbox-env";
import { developerRoutes } from "./developer/developer-routes";
import { showError } from "./error-page";
import { homeRoutes } from "./home/home-routes";
import { organizerRoutes } from "./organizer/organizer-routes";
import { participantRoutes } from "./participant/participant-routes";
import { refuseForeignForms } from "./refuse-foreign-forms";
import { styleRoutes } from "./style-routes";

/** The pages for the people of Revento. Mounted last, at the root. */
export function pageRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.onError((error, c) => showError(platform, c, error));
  routes.use(refuseForeignForms);
  routes.route("/", styleRoutes());
  routes.route("/", homeRoutes(platform));
  routes.route("/", organizerRoutes(platform));
  routes.route("/", participantRoutes(platform));
  routes.route("/", developerRoutes(platform));
  routes.get("*", (c, next) => {
    if (!c.req.header("accept")?.includes("text/html")) return next();
    throw notFound("page");
  });
  return routes;
}
