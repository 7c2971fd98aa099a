/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { changeFormalStatus } from "../../platform/change-formal-status";
import { revokeConnection } from "../../platform/end-connection";
import { requireOrganization } from "../../platform/find-organization";
import type { Platform } from "../../platform/platform";
import { PlatformError } from "../../platform/platform-error";
import { updateEvent } from "../../platform/update-event";
import type { SandboxEnv } from "../../sandbox-env";
import { localPath } from "../local-path";
import { leaveNote } from "../note-cookie";
import { requireCurrentPerson } from "../require-current-person";
import { applicationRoutes } from "./application-routes";
import { programRoutes } from "./program-routes";
import { requireMembership, requireOrganizer } from "./require-organizer";
import { showEvent } from "./show-event";

/** The pages of organizers: their events, integrations, applications, program, organization. */
export function organizerRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/organizer/events/:id", (c) => showEvent(platform, c, c.req.param("id")));
  routes.route("/organizer/events/:id", eventActions(platform));
  routes.route("/organizer/events/:id", applicationRoutes(platform));
  routes.route("/organizer/events/:id", programRoutes(platform));
  routes.post("/organizer/organizations/:id/formal-status", async (c) => {
    const organization = requireOrganization(platform, c.req.param("id"));
    requireMembership(requireCurrentPerson(platform, c), organization.id);
    const form = await c.req.parseBody();
    const formal = form.formal === "yes";
    changeFormalStatus(platform, organization.id, formal);
    leaveNote(c, `${organization.name} is ${formal ? "formal again" : "informal now"}.`);
    return c.redirect(localPath(form.back, "/"), 303);
  });
  return routes;
}

function eventActions(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.post("/publish", async (c) => {
    const { event } = requireOrganizer(platform, c, c.req.param("id") ?? "");
    const status = (await c.req.parseBody()).status;
    if (status !== "published" && status !== "unpublished") {
      throw new PlatformError(400, "invalid_request", "An event is published or unpublished.");
    }
    updateEvent(platform, event.id, { publish_status: status });
    leaveNote(c, `${event.title} is ${status}.`);
    return c.redirect(`/organizer/events/${event.id}`, 303);
  });
  routes.post("/details", async (c) => {
    const { event } = requireOrganizer(platform, c, c.req.param("id") ?? "");
    const form = await c.req.parseBody();
    const title = String(form.title ?? "").trim();
    if (title === "") throw new PlatformError(400, "invalid_request", "An event needs a title.");
    const description = String(form.description ?? "")
      .replaceAll("\r\n", "\n")
      .trim();
    updateEvent(platform, event.id, { title, description });
    leaveNote(c, "Saved.");
    return c.redirect(`/organizer/events/${event.id}`, 303);
  });
  routes.post("/revoke", (c) => {
    const { event } = requireOrganizer(platform, c, c.req.param("id") ?? "");
    revokeConnection(platform, event.id);
    leaveNote(c, "Revoked. All tokens of this event are dead.");
    return c.redirect(`/organizer/events/${event.id}`, 303);
  });
  return routes;
}
