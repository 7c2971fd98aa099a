import { type Context, Hono } from "hono";
import type { Platform } from "../platform/platform";
import { viewEvent } from "../platform/view-event";
import type { SandboxEnv } from "../sandbox-env";
import type {
  ActivityRow,
  DayRow,
  EventRow,
  LocationRow,
  ParticipantRow,
  RegistrationWaveRow,
  ThreadRow,
} from "../store/rows";
import { formatParticipant } from "../wire/format-participant";
import {
  formatActivity,
  formatDay,
  formatLocation,
  formatRegistrationWave,
  formatThread,
} from "../wire/format-program";
import { listPage } from "./list-page";
import { requireEventGrant } from "./require-grant";

/** The endpoints of an installation token (contract 4). */
export function eventRoutes(platform: Platform): Hono<SandboxEnv> {
  const { store, clock } = platform;
  const routes = new Hono<SandboxEnv>();
  const grantedEvent = (c: Context<SandboxEnv>, scope: string): EventRow =>
    requireEventGrant(platform, c.get("family"), c.req.param("id") ?? "", scope);
  const listIn = (c: Context<SandboxEnv>, scope: string) => ({
    eventId: grantedEvent(c, scope).id,
    query: new URL(c.req.url).searchParams,
  });

  routes.get("/events/:id", (c) => c.json(viewEvent(platform, grantedEvent(c, "event.read"))));
  routes.get("/events/:id/participants", (c) => {
    const list = listIn(c, "participants.read");
    const format = (row: ParticipantRow) => formatParticipant(row);
    return c.json(listPage(store, { ...list, table: "participants", format }));
  });
  routes.get("/events/:id/program", (c) => {
    const format = (row: DayRow) => formatDay(row);
    return c.json(listPage(store, { ...listIn(c, "program.read"), table: "days", format }));
  });
  routes.get("/events/:id/threads", (c) => {
    const format = (row: ThreadRow) => formatThread(row);
    return c.json(listPage(store, { ...listIn(c, "program.read"), table: "threads", format }));
  });
  routes.get("/events/:id/activities", (c) => {
    const format = (row: ActivityRow) => formatActivity(row);
    return c.json(listPage(store, { ...listIn(c, "program.read"), table: "activities", format }));
  });
  routes.get("/events/:id/locations", (c) => {
    const format = (row: LocationRow) => formatLocation(row);
    return c.json(listPage(store, { ...listIn(c, "program.read"), table: "locations", format }));
  });
  routes.get("/events/:id/registration-waves", (c) => {
    const list = listIn(c, "program.read");
    const format = (row: RegistrationWaveRow) => formatRegistrationWave(row, clock.now());
    return c.json(listPage(store, { ...list, table: "registration_waves", format }));
  });
  return routes;
}
