/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { cancelApplication } from "../../platform/cancel-application";
import { requireApplication } from "../../platform/find-participant";
import type { Platform } from "../../platform/platform";
import { notFound, PlatformError } from "../../platform/platform-error";
import { type ReviewOutcome, reviewApplication } from "../../platform/review-application";
import { updateProfile } from "../../platform/update-profile";
import type { SandboxEnv } from "../../sandbox-env";
import type { ParticipantRow, PersonRow } from "../../store/rows";
import { localPath } from "../local-path";
import { leaveNote } from "../note-cookie";
import { showPage } from "../show-page";
import { wordOf } from "../status-badge";
import { ApplicationPage } from "./application-page";
import { requireOrganizer } from "./require-organizer";

const OUTCOMES: Readonly<Record<string, ReviewOutcome>> = {
  approve: "approved",
  reject: "rejected",
  request_revision: "revision_requested",
};

/** One application: its page, the organizer's decision, and a changed name or address. */
export function applicationRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/applications/:application", (c) => {
    const { event } = requireOrganizer(platform, c, c.req.param("id") ?? "");
    const row = requireApplicationOf(platform, event.id, c.req.param("application"));
    const title = `${row.display_name}, ${event.title}`;
    return showPage(platform, c, { title }, <ApplicationPage event={event} row={row} />);
  });
  routes.post("/applications/:application", async (c) => {
    const { person, event } = requireOrganizer(platform, c, c.req.param("id") ?? "");
    const row = requireApplicationOf(platform, event.id, c.req.param("application"));
    const form = await c.req.parseBody();
    const decided = decide(platform, person, row, String(form.act ?? ""));
    leaveNote(c, `${row.display_name}: ${wordOf(decided.application_status ?? "").toLowerCase()}.`);
    return c.redirect(localPath(form.back, `/organizer/events/${event.id}`), 303);
  });
  routes.post("/applications/:application/profile", async (c) => {
    const { event } = requireOrganizer(platform, c, c.req.param("id") ?? "");
    const row = requireApplicationOf(platform, event.id, c.req.param("application"));
    const form = await c.req.parseBody();
    const displayName = String(form.display_name ?? "").trim();
    const email = String(form.email ?? "").trim();
    if (displayName === "" || email === "") {
      throw new PlatformError(400, "invalid_request", "A name and an e-mail address are needed.");
    }
    updateProfile(platform, row.id, { displayName, email });
    leaveNote(c, "Saved.");
    return c.redirect(`/organizer/events/${event.id}/applications/${row.application_id}`, 303);
  });
  return routes;
}

/** Another event's application is not there, whoever organizes that one. */
function requireApplicationOf(
  platform: Platform,
  eventId: string,
  applicationId: string,
): ParticipantRow {
  const row = requireApplication(platform, applicationId);
  if (row.event_id !== eventId) throw notFound("application");
  return row;
}

function decide(
  platform: Platform,
  person: PersonRow,
  row: ParticipantRow,
  act: string,
): ParticipantRow {
  const applicationId = row.application_id ?? "";
  if (act === "cancel") return cancelApplication(platform, applicationId);
  const outcome = OUTCOMES[act];
  if (!outcome) throw new PlatformError(400, "invalid_request", "There is no such decision.");
  return reviewApplication(platform, { applicationId, outcome, reviewerId: person.id });
}
