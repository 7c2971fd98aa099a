/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import { requireActivityOfEvent } from "../../platform/find-activity";
import { listProgramDay } from "../../platform/list-program-day";
import type { Platform } from "../../platform/platform";
import { PlatformError } from "../../platform/platform-error";
import { signUpForActivity, updateActivity } from "../../platform/update-activity";
import type { SandboxEnv } from "../../sandbox-env";
import type { ActivityRow } from "../../store/rows";
import { leaveNote } from "../note-cookie";
import { showPage } from "../show-page";
import { ProgramPage } from "./program-page";
import { requireOrganizer } from "./require-organizer";

/** The program of an event, a day at a time, and what an organizer changes in it. */
export function programRoutes(platform: Platform): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/program", (c) => {
    const { event } = requireOrganizer(platform, c, c.req.param("id") ?? "");
    const program = listProgramDay(platform, event.id, c.req.query("day"));
    const title = `Program of ${event.title}`;
    return showPage(platform, c, { title }, <ProgramPage event={event} program={program} />);
  });
  routes.post("/activities/:activity", async (c) => {
    const { event } = requireOrganizer(platform, c, c.req.param("id") ?? "");
    const activity = requireActivityOfEvent(platform, event.id, c.req.param("activity"));
    const form = await c.req.parseBody();
    const changed = change(platform, activity, form);
    leaveNote(c, `${changed.title}: ${placesOf(changed)}.`);
    const back = `/organizer/events/${event.id}/program?day=${activity.day_id}#${activity.id}`;
    return c.redirect(back, 303);
  });
  return routes;
}

function change(
  platform: Platform,
  activity: ActivityRow,
  form: Record<string, unknown>,
): ActivityRow {
  switch (form.act) {
    case "capacity":
      return updateActivity(platform, activity.id, { capacity: readCapacity(form.capacity) });
    case "sign_up":
      return signUpForActivity(platform, activity.id, 1);
    case "sign_off":
      return signUpForActivity(platform, activity.id, -1);
    case "cancel":
      return updateActivity(platform, activity.id, { status: "cancelled" });
    case "restore":
      return updateActivity(platform, activity.id, { status: "scheduled" });
    default:
      throw new PlatformError(400, "invalid_request", "There is no such change.");
  }
}

/** Places in an activity; an empty field means as many as come. */
function readCapacity(given: unknown): number | null {
  const text = String(given ?? "").trim();
  if (text === "") return null;
  if (!/^\d{1,6}$/.test(text)) {
    throw new PlatformError(400, "invalid_request", "A capacity is a whole number, or empty.");
  }
  return Number(text);
}

function placesOf(activity: ActivityRow): string {
  if (activity.status === "cancelled") return "cancelled";
  const places = activity.capacity === null ? "no limit" : `${activity.capacity} places`;
  return `${activity.signed_up_count} signed up, ${activity.waitlist_count} waiting, ${places}`;
}
