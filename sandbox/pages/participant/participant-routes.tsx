/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { cancelApplication } from "../../platform/cancel-application";
import { requireEvent } from "../../platform/find-event";
import { findParticipantOfPerson } from "../../platform/find-participant";
import { findUserGrant } from "../../platform/find-user-grant";
import type { Platform } from "../../platform/platform";
import { notFound, PlatformError } from "../../platform/platform-error";
import { revokeUserAccess } from "../../platform/revoke-user-access";
import { submitApplication } from "../../platform/submit-application";
import { updateAnswers } from "../../platform/update-answers";
import type { SandboxEnv } from "../../sandbox-env";
import type { ParticipantRow } from "../../store/rows";
import { formFieldsOf } from "../../wire/format-participant";
import { leaveNote } from "../note-cookie";
import { requireCurrentPerson } from "../require-current-person";
import { showPage } from "../show-page";
import { AppPage, frameUrl } from "./app-page";
import { ParticipantPage } from "./participant-page";
import { type ReadAnswers, readAnswers } from "./read-answers";

/** A participant's pages of an event, and the event as the Revento app shows it. */
export function participantRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/app/events/:id", (c) => {
    const event = requireEvent(platform, c.req.param("id"));
    const src = frameUrl(platform.config.portalUrl, event.id);
    const frames = src === undefined ? undefined : new URL(src).origin;
    return showPage(
      platform,
      c,
      { title: event.title, frames },
      <AppPage event={event} src={src} />,
    );
  });
  routes.get("/participant/events/:id", (c) => showParticipant(platform, c, c.req.param("id")));
  routes.post("/participant/events/:id/apply", async (c) => {
    const { person, event } = visit(platform, c, c.req.param("id"));
    if (event.publish_status !== "published") {
      throw new PlatformError(409, "conflict", "This event is not public at present.");
    }
    const read = readAnswers(await c.req.formData(), {});
    if (Object.keys(read.problems).length > 0) return showParticipant(platform, c, event.id, read);
    submitApplication(platform, { eventId: event.id, userId: person.id, answers: read.answers });
    leaveNote(c, "Your application is on its way.");
    return c.redirect(`/participant/events/${event.id}`, 303);
  });
  routes.post("/participant/events/:id/answers", async (c) => {
    const { event, participant } = visit(platform, c, c.req.param("id"));
    const application = requireApplied(participant);
    const read = readAnswers(await c.req.formData(), formFieldsOf(application));
    if (Object.keys(read.problems).length > 0) return showParticipant(platform, c, event.id, read);
    updateAnswers(platform, application.application_id, read.answers);
    leaveNote(c, "Your answers are saved.");
    return c.redirect(`/participant/events/${event.id}`, 303);
  });
  routes.post("/participant/events/:id/cancel", (c) => {
    const { event, participant } = visit(platform, c, c.req.param("id"));
    cancelApplication(platform, requireApplied(participant).application_id);
    leaveNote(c, "Your application is cancelled.");
    return c.redirect(`/participant/events/${event.id}`, 303);
  });
  routes.post("/participant/events/:id/revoke", (c) => {
    const { person, event } = visit(platform, c, c.req.param("id"));
    revokeUserAccess(platform, event.id, person.id);
    leaveNote(c, "Revoked. The app can no longer act for you here.");
    return c.redirect(`/participant/events/${event.id}`, 303);
  });
  return routes;
}

function visit(platform: Platform, c: Context<SandboxEnv>, eventId: string) {
  const person = requireCurrentPerson(platform, c);
  const event = requireEvent(platform, eventId);
  return { person, event, participant: findParticipantOfPerson(platform, event.id, person.id) };
}

function requireApplied(participant: ParticipantRow | undefined) {
  const applicationId = participant?.application_id;
  if (!participant || !applicationId) throw notFound("application");
  return { ...participant, application_id: applicationId };
}

function showParticipant(
  platform: Platform,
  c: Context<SandboxEnv>,
  eventId: string,
  draft?: ReadAnswers,
) {
  const visited = visit(platform, c, eventId);
  const grant = findUserGrant(platform, eventId, visited.person.id);
  const page = { title: visited.event.title, status: draft ? (400 as const) : (200 as const) };
  return showPage(platform, c, page, <ParticipantPage {...visited} grant={grant} draft={draft} />);
}
