import type { Sql } from "@/lib/db";
import type { ActivitySnapshot } from "@/lib/revento/snapshots";
import { type MirrorRow, mirrorRows, type ProgramMirrorResult } from "./mirror-rows";

const TABLE = {
  name: "activities",
  key: "activity_id",
  columns: [
    "thread_id",
    "location_id",
    "day_id",
    "title",
    "description",
    "starts_at",
    "ends_at",
    "status",
    "capacity",
    "signed_up_count",
    "waitlist_count",
    "capacity_state",
  ],
} as const;

/** Mirrors activities, from the API or from `activity.*` webhooks (contract 4.7). The caller holds `lockMirror`. */
export async function mirrorActivities(
  sql: Sql,
  eventId: string,
  rows: readonly MirrorRow<ActivitySnapshot>[],
): Promise<ProgramMirrorResult> {
  const said = rows.map(({ snapshot, versionAt, exact }) => ({
    id: snapshot.activityId,
    versionAt,
    exact,
    changedAt: snapshot.updatedAt,
    columns: {
      thread_id: snapshot.threadId,
      location_id: snapshot.locationId,
      day_id: snapshot.dayId,
      title: snapshot.title,
      description: snapshot.description,
      starts_at: snapshot.startsAt,
      ends_at: snapshot.endsAt,
      status: snapshot.status,
      capacity: snapshot.capacity,
      signed_up_count: snapshot.signedUpCount,
      waitlist_count: snapshot.waitlistCount,
      capacity_state: snapshot.capacityState,
    },
  }));
  return mirrorRows(sql, eventId, TABLE, said);
}
