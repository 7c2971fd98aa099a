import { expect, test } from "vitest";
import { withEvent, withEventSql } from "@/lib/db";
import type { Actor } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";
import { grantOwnership } from "@/lib/members/grant-ownership";
import { plantConnection } from "@/testing/plant-connection";
import { listProgramInEvent } from "./list-program-in-event";

async function eventWithProgram(actor: Actor): Promise<string> {
  const id = await plantConnection();
  await withEvent(id, async ({ db, sql }) => {
    await grantOwnership(db, id, actor.sessionHash ?? "");
    await sql.query(
      `INSERT INTO locations (event_id, location_id, parent_id, name, version_at, mirrored_at) VALUES
         ($1, 'loc_1', NULL, 'Harbour', now(), now()), ($1, 'loc_2', 'loc_1', 'Hall', now(), now()),
         ($1, 'loc_a', 'loc_b', 'Here', now(), now()), ($1, 'loc_b', 'loc_a', 'There', now(), now())`,
      [id],
    );
    await sql.query(
      `INSERT INTO activities (event_id, activity_id, title, starts_at, location_id, version_at, mirrored_at) VALUES
         ($1, 'act_1', 'Some day', NULL, 'loc_a', now(), now()),
         ($1, 'act_2', 'Second', '2026-05-12T11:00:00Z', NULL, now(), now()),
         ($1, 'act_3', 'First', '2026-05-12T10:00:00Z', 'loc_2', now(), now())`,
      [id],
    );
    await sql.query(
      `INSERT INTO registration_waves (event_id, wave_id, title, opens_at, closes_at, state, version_at, mirrored_at) VALUES
         ($1, 'wav_2', 'Last call', '2026-03-01T00:00:00Z', NULL, 'upcoming', now(), now()),
         ($1, 'wav_1', 'Early bird', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', 'closed', now(), now())`,
      [id],
    );
  });
  return id;
}

test("the program comes in order of time, with its places from the building down", async () => {
  const actor = { sessionHash: (await createSession()).sessionHash };
  const eventId = await eventWithProgram(actor);
  const { activities } = await listProgramInEvent(actor, { eventId });
  expect(activities.map(({ title, place }) => [title, place])).toEqual([
    ["First", "Harbour / Hall"],
    ["Second", null],
    ["Some day", "Here"],
  ]);
});

test.each(["loc_gone", "", "loc_2x"])(
  "a place inside %j, which nobody knows, keeps its name",
  async (parent) => {
    const actor = { sessionHash: (await createSession()).sessionHash };
    const eventId = await eventWithProgram(actor);
    await withEventSql(eventId, (sql) =>
      sql.query(
        "UPDATE locations SET parent_id = $2 WHERE event_id = $1 AND location_id = 'loc_1'",
        [eventId, parent === "loc_2x" ? "loc_2" : parent],
      ),
    );
    const { activities } = await listProgramInEvent(actor, { eventId });
    expect(activities[0]?.place).toBe(parent === "loc_2x" ? "Hall" : "Harbour / Hall");
  },
);

test("an activity without a time has the day that Revento names, and is cancelled in any spelling", async () => {
  const actor = { sessionHash: (await createSession()).sessionHash };
  const eventId = await eventWithProgram(actor);
  await withEventSql(eventId, async (sql) => {
    await sql.query(
      `INSERT INTO program_days (event_id, day_id, date, version_at, mirrored_at)
       VALUES ($1, 'day_1', '2026-05-13', now(), now())`,
      [eventId],
    );
    await sql.query(
      "UPDATE activities SET day_id = 'day_1', status = 'Canceled' WHERE event_id = $1",
      [eventId],
    );
  });
  const { activities } = await listProgramInEvent(actor, { eventId });
  expect(activities.map(({ day, status }) => [day, status])).toEqual([
    [undefined, "cancelled"],
    [undefined, "cancelled"],
    ["2026-05-13", "cancelled"],
  ]);
});

test("a place is named by six levels at the most, one that lies deeper by its own name", async () => {
  const actor = { sessionHash: (await createSession()).sessionHash };
  const eventId = await eventWithProgram(actor);
  await withEventSql(eventId, async (sql) => {
    await sql.query(
      `INSERT INTO locations (event_id, location_id, parent_id, name, version_at, mirrored_at)
       SELECT $1, 'deep_' || n, nullif('deep_' || n - 1, 'deep_0'), n::text, now(), now()
       FROM generate_series(1, 2000) AS n`,
      [eventId],
    );
    await sql.query(
      `UPDATE activities SET location_id = CASE activity_id WHEN 'act_1' THEN 'deep_6' ELSE 'deep_7' END
       WHERE event_id = $1`,
      [eventId],
    );
  });
  const { activities } = await listProgramInEvent(actor, { eventId });
  expect(activities.map(({ place }) => place)).toEqual(["7", "7", "1 / 2 / 3 / 4 / 5 / 6"]);
});

test("the waves of registration come in the order they open", async () => {
  const actor = { sessionHash: (await createSession()).sessionHash };
  const eventId = await eventWithProgram(actor);
  const { waves } = await listProgramInEvent(actor, { eventId });
  expect(waves.map(({ waveId, title, state }) => [waveId, title, state])).toEqual([
    ["wav_1", "Early bird", "closed"],
    ["wav_2", "Last call", "upcoming"],
  ]);
  expect(waves[0]).toMatchObject({ closesAt: "2026-02-01T00:00:00.000Z", capacity: null });
});

const BOTH = { startsAt: "2026-05-12T11:00:00.000Z", endsAt: "2026-05-12T12:00:00.000Z" };

test("what needs one place at one time is flagged as soon as Revento says so", async () => {
  const actor = { sessionHash: (await createSession()).sessionHash };
  const eventId = await eventWithProgram(actor);
  expect((await listProgramInEvent(actor, { eventId })).overlaps).toEqual([]);
  await withEventSql(eventId, (sql) =>
    sql.query(
      `UPDATE activities SET location_id = 'loc_2', ends_at = '2026-05-12T12:00:00Z'
       WHERE event_id = $1 AND starts_at IS NOT NULL`,
      [eventId],
    ),
  );
  expect((await listProgramInEvent(actor, { eventId })).overlaps).toEqual([
    { activityId: "act_3", count: 1, first: [{ activityId: "act_2", ...BOTH }] },
    { activityId: "act_2", count: 1, first: [{ activityId: "act_3", ...BOTH }] },
  ]);
});

test("another organizer's program is not found", async () => {
  const actor = { sessionHash: (await createSession()).sessionHash };
  const stranger = { sessionHash: (await createSession()).sessionHash };
  const eventId = await eventWithProgram(actor);
  await expect(listProgramInEvent(stranger, { eventId })).rejects.toMatchObject({
    code: "not_found",
  });
});
