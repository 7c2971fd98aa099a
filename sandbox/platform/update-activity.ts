import type { SQLInputValue } from "node:sqlite";
import type { ActivityRow } from "../store/rows";
import { tellIntegration } from "../webhooks/tell-integration";
import { formatActivity } from "../wire/format-program";
import { requireEvent } from "./find-event";
import { seedEventOf } from "./find-participant";
import type { Platform } from "./platform";
import { notFound } from "./platform-error";

/** What an organizer may change; times in epoch ms. */
export type ActivityChanges = Partial<
  Pick<
    ActivityRow,
    "title" | "description" | "starts_at" | "ends_at" | "status" | "capacity" | "location_id"
  >
>;

/** Changes an activity of the program; told as `activity.updated`. Throws not_found. */
export function updateActivity(
  platform: Platform,
  activityId: string,
  changes: ActivityChanges,
): ActivityRow {
  return changeActivity(platform, activityId, changes, "activity.updated");
}

/**
 * So many people sign up (or leave, if negative); whoever finds no place waits. Told as one
 * `activity.capacity_state_changed` snapshot per call: the debouncing of contract 6.7.
 */
export function signUpForActivity(
  platform: Platform,
  activityId: string,
  count: number,
): ActivityRow {
  const row = requireActivity(platform, activityId);
  const interested = Math.max(0, row.signed_up_count + row.waitlist_count + count);
  const signedUp = row.capacity === null ? interested : Math.min(interested, row.capacity);
  const changes = { signed_up_count: signedUp, waitlist_count: interested - signedUp };
  return changeActivity(platform, activityId, changes, "activity.capacity_state_changed");
}

function changeActivity(
  platform: Platform,
  activityId: string,
  changes: Record<string, SQLInputValue>,
  type: string,
): ActivityRow {
  const row = requireActivity(platform, activityId);
  const updated = { ...changes, updated_at: Math.max(platform.clock.now(), row.updated_at + 1) };
  const columns = Object.keys(updated).map((column) => `${column} = ?`);
  return platform.store.transaction(() => {
    platform.store.run(
      `UPDATE activities SET ${columns.join(", ")} WHERE id = ?`,
      ...Object.values(updated),
      activityId,
    );
    const fresh = requireActivity(platform, activityId);
    tellIntegration(platform, {
      eventId: row.event_id,
      organizationId: requireEvent(platform, row.event_id).organization_id,
      type,
      occurredAt: fresh.updated_at,
      data: formatActivity(fresh),
    });
    return fresh;
  });
}

function requireActivity(platform: Platform, activityId: string): ActivityRow {
  seedEventOf(platform, activityId);
  const row = platform.store.row<ActivityRow>("SELECT * FROM activities WHERE id = ?", activityId);
  if (!row) throw notFound("activity");
  return row;
}
