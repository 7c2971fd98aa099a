import { z } from "zod";
import type { Platform } from "../platform/platform";
import {
  type ActivityChanges,
  signUpForActivity,
  updateActivity,
} from "../platform/update-activity";
import { updateEvent } from "../platform/update-event";
import { viewEvent } from "../platform/view-event";
import { formatActivity } from "../wire/format-program";

const Time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

export const EventAct = z.discriminatedUnion("action", [
  z.object({
    action: z.literal("update_activity"),
    activity_id: z.string(),
    title: z.string().optional(),
    description: z.string().optional(),
    location_id: z.string().optional(),
    starts_at: z.union([Time, z.number()]).optional(),
    ends_at: z.union([Time, z.number()]).optional(),
    status: z.enum(["scheduled", "cancelled"]).optional(),
    capacity: z.number().int().min(0).nullable().optional(),
  }),
  z.object({
    action: z.literal("sign_up"),
    activity_id: z.string(),
    count: z.number().int().default(1),
  }),
  z.object({ action: z.literal("publish"), event_id: z.string() }),
  z.object({ action: z.literal("unpublish"), event_id: z.string() }),
  z.object({
    action: z.literal("update_event"),
    event_id: z.string(),
    title: z.string().optional(),
    description: z.string().optional(),
  }),
]);
export type EventAct = z.output<typeof EventAct>;

/** Acts on an event and its program; answers the event or activity as it then is. */
export function actOnEvent(platform: Platform, act: EventAct): unknown {
  switch (act.action) {
    case "update_activity": {
      const { action: _, activity_id: activityId, ...given } = act;
      const known = Object.entries(given).filter(([, value]) => value !== undefined);
      const changes: ActivityChanges = Object.fromEntries(known);
      return formatActivity(updateActivity(platform, activityId, changes));
    }
    case "sign_up":
      return formatActivity(signUpForActivity(platform, act.activity_id, act.count));
    case "publish":
    case "unpublish": {
      const status = act.action === "publish" ? "published" : "unpublished";
      return viewEvent(platform, updateEvent(platform, act.event_id, { publish_status: status }));
    }
    case "update_event": {
      const changes = { title: act.title, description: act.description };
      return viewEvent(platform, updateEvent(platform, act.event_id, changes));
    }
  }
}
