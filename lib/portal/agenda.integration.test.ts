import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import ICAL from "ical.js";
import { beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { lockMirror } from "@/lib/live/lock-mirror";
import { plantVisitor } from "@/testing/planted-visitor";
import { getAgenda } from "./get-agenda";
import { listProgramForParticipant } from "./list-program-for-participant";
import { starActivity } from "./star-activity";
import { unstarActivity } from "./unstar-activity";
import type { Visitor } from "./visitor";
import { writeCalendar } from "./write-calendar";

let eventId: string;
let ana: Visitor;
let ben: Visitor;

beforeEach(async () => {
  eventId = `evt_${randomUUID()}`;
  ana = await plantVisitor(eventId, "usr_ana");
  ben = await plantVisitor(eventId, "usr_ben");
  await plantProgram(eventId);
});

async function plantProgram(event: string): Promise<void> {
  await withEventSql(event, async (sql) => {
    await sql.query(
      `INSERT INTO events (event_id, organization_id, title, publish_status, timezone, version_at, source, mirrored_at)
       VALUES ($1, 'org_a', 'Lumen, the fair', 'published', 'Europe/Berlin', now(), 'sync', now())`,
      [event],
    );
    await sql.query(
      `INSERT INTO activities (event_id, activity_id, title, starts_at, status, version_at, mirrored_at) VALUES
         ($1, 'act_late', 'Late', '2026-05-12T18:00:00Z', 'cancelled', now(), now()),
         ($1, 'act_early', 'Early', '2026-05-12T08:00:00Z', 'scheduled', now(), now()),
         ($1, 'act_some_day', 'Some day', NULL, 'scheduled', now(), now())`,
      [event],
    );
  });
}

async function changesOf(event = eventId) {
  const read = "SELECT topic, ids FROM changes WHERE event_id = $1 ORDER BY seq";
  return (await withEventSql(event, (sql) => sql.query(read, [event]))).rows;
}

const star = (visitor: Visitor, activityId: string) => starActivity(visitor, { activityId });
const unstar = (visitor: Visitor, activityId: string) => unstarActivity(visitor, { activityId });

describe("an agenda", () => {
  test("holds what one starred, in the order of the program", async () => {
    await star(ana, "act_some_day");
    await star(ana, "act_late");
    const starred = ["act_early", "act_late", "act_some_day"];
    expect(await star(ana, "act_early")).toEqual({ starred });
    expect(await getAgenda(ana)).toEqual({ starred });
    expect(await unstar(ana, "act_late")).toEqual({ starred: ["act_early", "act_some_day"] });
  });

  test("is nobody else's: neither shown to them nor changed by them", async () => {
    await star(ana, "act_early");
    expect(await getAgenda(ben)).toEqual({ starred: [] });
    expect(await unstar(ben, "act_early")).toEqual({ starred: [] });
    expect(await getAgenda(ana)).toEqual({ starred: ["act_early"] });
  });

  test("belongs to one event, even where activities and people are called the same", async () => {
    const otherEvent = `evt_${randomUUID()}`;
    const anaThere = await plantVisitor(otherEvent, "usr_ana");
    await plantProgram(otherEvent);
    await star(ana, "act_early");
    expect(await getAgenda(anaThere)).toEqual({ starred: [] });
    await unstar(anaThere, "act_early");
    expect(await getAgenda(ana)).toEqual({ starred: ["act_early"] });
  });

  test("keeps the star of an activity that vanished, and shows it when it is back", async () => {
    await star(ana, "act_early");
    const remove = "DELETE FROM activities WHERE event_id = $1 AND activity_id = 'act_early'";
    await withEventSql(eventId, (sql) => sql.query(remove, [eventId]));
    expect(await getAgenda(ana)).toEqual({ starred: [] });
    const bringBack = `INSERT INTO activities (event_id, activity_id, title, version_at, mirrored_at)
      VALUES ($1, 'act_early', 'Early', now(), now())`;
    await withEventSql(eventId, (sql) => sql.query(bringBack, [eventId]));
    expect(await getAgenda(ana)).toEqual({ starred: ["act_early"] });
  });

  test("lets go of an activity that vanished", async () => {
    await star(ana, "act_early");
    const remove = "DELETE FROM activities WHERE event_id = $1 AND activity_id = 'act_early'";
    await withEventSql(eventId, (sql) => sql.query(remove, [eventId]));
    await unstar(ana, "act_early");
    const count = "SELECT 1 FROM starred_activities WHERE event_id = $1";
    expect((await withEventSql(eventId, (sql) => sql.query(count, [eventId]))).rowCount).toBe(0);
  });
});

describe("starring", () => {
  test("tells the person's open pages, once for each thing that changed", async () => {
    await star(ana, "act_early");
    await star(ana, "act_early");
    await unstar(ana, "act_early");
    await unstar(ana, "act_early");
    const told = { topic: "agenda", ids: ["usr_ana"] };
    expect(await changesOf()).toEqual([told, told]);
  });

  test("while another page of the same person stars the same waits for it, and stars once", async () => {
    const insert = `INSERT INTO starred_activities (event_id, user_id, activity_id)
      VALUES ($1, 'usr_ana', 'act_early')`;
    const second = await withEventSql(eventId, async (sql) => {
      await lockMirror(sql, eventId);
      await sql.query(insert, [eventId]);
      const waiting = star(ana, "act_early");
      await Promise.race([waiting.catch(() => {}), setTimeout(200)]);
      return { waiting };
    });
    expect(await second.waiting).toEqual({ starred: ["act_early"] });
    expect(await changesOf()).toEqual([]);
  });

  test("an activity of another event's program is not found", async () => {
    const otherEvent = `evt_${randomUUID()}`;
    await plantVisitor(otherEvent, "usr_ana");
    await withEventSql(otherEvent, (sql) =>
      sql.query(
        `INSERT INTO activities (event_id, activity_id, title, version_at, mirrored_at)
         VALUES ($1, 'act_there', 'There', now(), now())`,
        [otherEvent],
      ),
    );
    await expect(star(ana, "act_there")).rejects.toMatchObject({ code: "not_found" });
    await expect(star(ana, "act_nowhere")).rejects.toMatchObject({ code: "not_found" });
    expect(await changesOf()).toEqual([]);
  });

  test.each([
    ["nothing", ""],
    ["a NUL", "act_\0"],
    ["more than 200 characters", "a".repeat(201)],
  ])("%s is refused before the database sees it", async (_, activityId) => {
    await expect(star(ana, activityId)).rejects.toMatchObject({ name: "ZodError" });
    await expect(unstar(ana, activityId)).rejects.toMatchObject({ name: "ZodError" });
  });

  test("ends at five hundred, except for what is starred already", async () => {
    await withEventSql(eventId, (sql) =>
      sql.query(
        `INSERT INTO starred_activities (event_id, user_id, activity_id)
         SELECT $1, 'usr_ana', 'act_' || n FROM generate_series(1, 498) n
         UNION SELECT $1, 'usr_ana', 'act_early'`,
        [eventId],
      ),
    );
    await star(ana, "act_late");
    await expect(star(ana, "act_some_day")).rejects.toMatchObject({ code: "invalid" });
    await star(ana, "act_early");
    await star(ben, "act_some_day");
  });
});

describe("a calendar", () => {
  const titlesOf = (text: string) =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents("vevent")
      .map((event) => new ICAL.Event(event).summary);

  test("holds all of the program, or one's own agenda", async () => {
    await star(ana, "act_late");
    await star(ben, "act_early");
    const all = await writeCalendar(ana, { of: "all" });
    const mine = await writeCalendar(ana, { of: "mine" });
    expect(titlesOf(all.text)).toEqual(["Early", "Late"]);
    expect(titlesOf(mine.text)).toEqual(["Late"]);
    expect(mine.text).toContain("STATUS:CANCELLED");
    expect(all.text).toContain("X-WR-CALNAME:Lumen\\, the fair\r\n");
    expect(all.text).toContain("X-WR-TIMEZONE:Europe/Berlin\r\n");
    expect([all.fileName, mine.fileName]).toEqual([
      `foyer-${eventId}-program.ics`,
      `foyer-${eventId}-agenda.ics`,
    ]);
    expect(await writeCalendar(ana, { of: "all" })).toEqual(all);
    expect(await writeCalendar(ana, { of: null })).toEqual(all);
  });

  test.each(["", "everything", ["all"]])("of %j is refused", async (of) => {
    await expect(writeCalendar(ana, { of })).rejects.toMatchObject({ name: "ZodError" });
  });
});

test("a participant reads the program that organizers read", async () => {
  const { view: program } = await listProgramForParticipant(ana);
  expect(program.timezone).toBe("Europe/Berlin");
  expect(program.activities.map(({ title }) => title)).toEqual(["Early", "Late", "Some day"]);
});

const VERBS: Record<string, (visitor: Visitor) => Promise<unknown>> = {
  "reads the program": listProgramForParticipant,
  "reads an agenda": getAgenda,
  "stars an activity": (visitor) => star(visitor, "act_early"),
  "stars what is no id": (visitor) => star(visitor, "\0"),
  "unstars an activity": (visitor) => unstar(visitor, "act_early"),
  "downloads a calendar": (visitor) => writeCalendar(visitor, { of: "all" }),
  "downloads a calendar of nothing": (visitor) => writeCalendar(visitor, { of: "" }),
};

test.each(Object.entries(VERBS))("nobody who is not signed in %s", async (_, ask) => {
  const elsewhere = await plantVisitor(`evt_${randomUUID()}`, "usr_ana");
  const strangers: Visitor[] = [
    { eventId, sessionHash: null },
    { eventId, sessionHash: "0".repeat(64) },
    { eventId, sessionHash: elsewhere.sessionHash },
    { eventId: "evt_there_is_none", sessionHash: elsewhere.sessionHash },
    { eventId: "'; --", sessionHash: elsewhere.sessionHash },
  ];
  for (const stranger of strangers) {
    await expect(ask(stranger)).rejects.toMatchObject({ code: "unauthenticated" });
  }
  expect(await changesOf()).toEqual([]);
});
