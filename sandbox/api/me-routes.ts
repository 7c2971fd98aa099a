import { Hono } from "hono";
import { findParticipantOfPerson } from "../platform/find-participant";
import { requirePerson } from "../platform/find-person";
import type { Platform } from "../platform/platform";
import { notFound } from "../platform/platform-error";
import type { SandboxEnv } from "../sandbox-env";
import { formatApplication } from "../wire/format-application";
import { requireUserGrant } from "./require-grant";

/** The endpoints of a user token (contract 4.8). */
export function meRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/me/profile", (c) => {
    const { userId, eventId } = requireUserGrant(c.get("family"), "profile.read");
    const person = requirePerson(platform, userId);
    const here = findParticipantOfPerson(platform, eventId, userId);
    return c.json({
      id: person.id,
      name: here?.display_name ?? person.name,
      email: here?.email ?? person.email,
    });
  });
  routes.get("/me/application", (c) => {
    const { userId, eventId } = requireUserGrant(c.get("family"), "event.attendance");
    const here = findParticipantOfPerson(platform, eventId, userId);
    if (!here?.application_id) throw notFound("application");
    return c.json(formatApplication(here));
  });
  return routes;
}
