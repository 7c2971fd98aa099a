/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { findEvent } from "../../platform/find-event";
import { requireOrganization } from "../../platform/find-organization";
import { requirePerson } from "../../platform/find-person";
import {
  listEvents,
  listEventsOfParticipant,
  listEventsOrganizedBy,
} from "../../platform/list-events";
import { listNewcomers, listOrganizers, listParticipantsByName } from "../../platform/list-people";
import type { Platform } from "../../platform/platform";
import type { SandboxEnv } from "../../sandbox-env";
import type { PersonRow } from "../../store/rows";
import { localPath } from "../local-path";
import { leaveNote } from "../note-cookie";
import { currentPerson, forgetPerson, rememberPerson } from "../person-cookie";
import { showPage } from "../show-page";
import { HomePage } from "./home-page";
import { WhoPage } from "./who-page";

const SHOWN = 12;

/** Revento's home page and the choice of who one is. */
export function homeRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/", (c) => {
    const person = currentPerson(platform, c);
    if (!person) return showWho(platform, c, "/");
    return showPage(
      platform,
      c,
      { title: "Home" },
      <HomePage {...viewHome(platform, person)} person={person} />,
    );
  });
  routes.get("/who", (c) => showWho(platform, c, localPath(c.req.query("next"), "/")));
  routes.post("/who", async (c) => {
    const form = await c.req.parseBody();
    const person = requirePerson(platform, String(form.user_id ?? ""));
    rememberPerson(c, person);
    return c.redirect(localPath(form.next, "/"), 303);
  });
  routes.post("/who/leave", (c) => {
    forgetPerson(c);
    leaveNote(c, "You are nobody now.");
    return c.redirect("/", 303);
  });
  return routes;
}

function viewHome(platform: Platform, person: PersonRow) {
  const organized = listEventsOrganizedBy(platform, person);
  const joined = listEventsOfParticipant(platform, person);
  const known = new Set([...organized, ...joined.map(({ event }) => event)].map(({ id }) => id));
  return {
    organization: person.organization_id
      ? requireOrganization(platform, person.organization_id)
      : undefined,
    organized,
    joined,
    others: listEvents(platform).filter((event) => !known.has(event.id)),
  };
}

function showWho(platform: Platform, c: Context<SandboxEnv>, next: string) {
  const events = listEvents(platform);
  const wanted = c.req.query("event") ?? "";
  const eventId = findEvent(platform, wanted)?.id ?? events[0]?.id ?? "";
  const name = c.req.query("name") ?? "";
  const { people, total } = listParticipantsByName(platform, eventId, {
    search: name,
    limit: SHOWN,
  });
  return showPage(
    platform,
    c,
    { title: "Who are you?" },
    <WhoPage
      next={next}
      person={currentPerson(platform, c)}
      groups={[
        { title: "Organizers", people: listOrganizers(platform) },
        { title: "Newcomers", people: listNewcomers(platform) },
      ]}
      search={{
        action: "/who",
        fields: { next },
        text: name,
        events,
        eventId,
        found: people,
        total,
      }}
    />,
  );
}
