import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Sql, withEventSql } from "@/lib/db";
import { lockMirror } from "@/lib/live/lock-mirror";
import type { MirrorRow, MirrorTable } from "@/lib/mirror/mirror-rows";
import type { OddField } from "@/lib/revento/snapshots";
import {
  ACTIVITIES,
  EVENT,
  LOCATIONS,
  mirrorProgram,
  PROGRAM_DAYS,
  REGISTRATION_WAVES,
  THREADS,
} from "./mirror-program";
import { countUnseenProgram, removeUnseenProgram } from "./remove-unseen-program";

let eventId = "";
const at = (seconds: number) => new Date(Date.parse("2026-03-01T10:00:00Z") + seconds * 1000);

beforeEach(() => {
  eventId = `evt_${randomUUID()}`;
});

function inEvent<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  return withEventSql(eventId, async (sql) => {
    await lockMirror(sql, eventId);
    return work(sql);
  });
}

const mirror = <Snapshot extends { odd?: OddField[] }>(
  sql: Sql,
  table: MirrorTable<Snapshot>,
  rows: readonly MirrorRow<Snapshot>[],
) => mirrorProgram(sql, eventId, table, rows, "sync");

function row<Snapshot>(snapshot: Snapshot, seconds = 0, exact = false) {
  return { snapshot, versionAt: at(seconds), exact };
}

const all = (table: string) =>
  inEvent(
    async (sql) => (await sql.query(`SELECT * FROM ${table} WHERE event_id = $1`, [eventId])).rows,
  );

test("every resource of the program is mirrored with what it says, and null where there is nothing", async () => {
  const changed = await inEvent(async (sql) => [
    await mirror(sql, PROGRAM_DAYS, [row({ dayId: "day_1", date: "2026-05-01", title: null })]),
    await mirror(sql, THREADS, [row({ threadId: "thr_1", title: "Art", position: 2 })]),
    await mirror(sql, LOCATIONS, [
      row({ locationId: "loc_1", name: "Hall" }),
      row({ locationId: "loc_2", name: "Floor 1", kind: "floor", parentId: "loc_1" }),
    ]),
    await mirror(sql, REGISTRATION_WAVES, [
      row({ waveId: "wav_1", title: "Early", opensAt: at(5), state: "open", capacity: 40 }),
    ]),
    await mirror(sql, ACTIVITIES, [
      row({ activityId: "act_1", title: "Opening", startsAt: at(9), capacity: 10, dayId: "day_1" }),
    ]),
  ]);
  expect(changed.map((one) => one.changed)).toEqual([
    ["day_1"],
    ["thr_1"],
    ["loc_1", "loc_2"],
    ["wav_1"],
    ["act_1"],
  ]);
  expect(await all("program_days")).toMatchObject([{ date: "2026-05-01", title: null }]);
  expect(await all("threads")).toMatchObject([{ title: "Art", position: 2 }]);
  expect(await all("locations")).toMatchObject([
    { parent_id: null },
    { parent_id: "loc_1", kind: "floor" },
  ]);
  expect(await all("registration_waves")).toMatchObject([
    { opens_at: at(5), closes_at: null, capacity: 40 },
  ]);
  expect(await all("activities")).toMatchObject([
    { starts_at: at(9), capacity: 10, day_id: "day_1" },
  ]);
});

test("an activity keeps what a webhook said after the read, and what a snapshot does not speak of", async () => {
  const activity = { activityId: "act_1", title: "Opening" };
  const outcomes = await inEvent(async (sql) => {
    const results = [
      await mirror(sql, ACTIVITIES, [row({ ...activity, capacity: 10, signedUpCount: 1 })]),
      await mirror(sql, ACTIVITIES, [row({ ...activity, signedUpCount: 5 }, 20, true)]),
      await mirror(sql, ACTIVITIES, [row({ ...activity, signedUpCount: 4 }, 15, true)]),
      await mirror(sql, ACTIVITIES, [row({ ...activity, signedUpCount: 3 }, 15)]),
      await mirror(sql, ACTIVITIES, [
        row({ ...activity, signedUpCount: 6, updatedAt: at(21).toISOString() }, 15),
      ]),
      await mirror(sql, ACTIVITIES, [
        row({ ...activity, signedUpCount: 6, updatedAt: at(21).toISOString() }, 30),
      ]),
    ];
    return results.flatMap((one) => one.outcomes);
  });
  expect(outcomes).toEqual(["changed", "changed", "older", "older", "changed", "unchanged"]);
  expect(await all("activities")).toMatchObject([
    { capacity: 10, signed_up_count: 6, version_at: at(30) },
  ]);
});

test("a completed pass deletes what it did not see, and only that", async () => {
  const before = await inEvent(async (sql) => {
    await mirror(sql, THREADS, [
      row({ threadId: "thr_1", title: "Art" }),
      row({ threadId: "thr_2", title: "Law" }),
    ]);
    return (
      (await sql.query<{ now: Date }>("SELECT clock_timestamp() + interval '2 ms' AS now")).rows[0]
        ?.now ?? new Date()
    );
  });
  const run = { eventId, id: randomUUID(), startedAt: before };
  await new Promise((resolve) => setTimeout(resolve, 5));
  const removed = await inEvent(async (sql) => {
    await mirror(sql, THREADS, [row({ threadId: "thr_2", title: "Law" }, 9)]);
    expect(await countUnseenProgram(sql, run)).toContainEqual({
      table: "threads",
      seen: 1,
      gone: 1,
    });
    return removeUnseenProgram(sql, run, "threads");
  });
  expect(removed).toBe(1);
  expect((await all("threads")).map((thread) => thread.thread_id)).toEqual(["thr_2"]);
});

test("the event itself is mirrored, never with something older", async () => {
  const fair = { eventId, organizationId: "org_a", title: "Fair", publishStatus: "published" };
  const results = await inEvent(async (sql) => [
    await mirrorProgram(sql, eventId, EVENT, [row({ ...fair, participantCount: 40 })], "sync"),
    await mirrorProgram(
      sql,
      eventId,
      EVENT,
      [row({ ...fair, title: "Great Fair" }, 20, true)],
      "webhook",
    ),
    await mirrorProgram(
      sql,
      eventId,
      EVENT,
      [row({ ...fair, title: "Old Fair" }, 10, true)],
      "webhook",
    ),
    await mirrorProgram(
      sql,
      eventId,
      EVENT,
      [row({ ...fair, title: "Great Fair" }, 630)],
      "reconcile",
    ),
  ]);
  expect(results).toMatchObject([
    { changed: [eventId], outcomes: ["changed"] },
    { changed: [eventId], outcomes: ["changed"] },
    { changed: [], outcomes: ["older"] },
    { changed: [], outcomes: ["unchanged"] },
  ]);
  expect(await all("events")).toMatchObject([
    { title: "Great Fair", participant_count: 40, version_at: at(630), source: "reconcile" },
  ]);
});
