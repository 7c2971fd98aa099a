import { beforeAll, describe, expect, test } from "vitest";
import { dayInZone } from "@/components/time/format-in-zone";
import { getEventOverview } from "@/lib/connections/get-event-overview";
import { withEvent, withEventSql } from "@/lib/db";
import { recordChange } from "@/lib/live/record-change";
import type { Actor } from "@/lib/members/actor";
import { createSession } from "@/lib/members/create-session";
import { grantOwnership } from "@/lib/members/grant-ownership";
import { listApplicationsInEvent } from "@/lib/participants/list-applications-in-event";
import { plantConnection } from "@/testing/plant-connection";
import type { BreakdownView } from "./breakdown-view";
import { getBreakdownInEvent } from "./get-breakdown-in-event";
import { getInsightsInEvent } from "./get-insights-in-event";
import type { CountedList, InsightsView } from "./insights-view";

const ZONE = "America/New_York";
const BEGIN = Date.parse("2026-03-01T02:30:00Z"); // clocks go forward on 8 March
const HOUR_MS = 3_600_000;
const STATUSES = [
  "pending",
  "approved",
  "rejected",
  "revision_requested",
  "cancelled",
  "wait_listed",
];
const WAVES = [
  { id: "wav_1", opens: BEGIN, closes: BEGIN + 200 * HOUR_MS },
  { id: "wav_2", opens: BEGIN + 150 * HOUR_MS, closes: BEGIN + 300 * HOUR_MS },
  { id: "wav_3", opens: BEGIN + 900 * HOUR_MS, closes: null },
];

type Seeded = {
  participant_id: string;
  status: string | null;
  submitted_at: string | null;
  last_reviewed_at: string | null;
  last_review_action: string | null;
  registered_at: string | null;
  removed_at: string | null;
  fields: Record<string, unknown>;
};

/** A draw that is the same in every run. */
const draw = (n: number, salt: number) => ((n * 7_919 + salt * 104_729) % 1_009) / 1_009;

function seeded(n: number): Seeded {
  const status = n % 23 === 0 ? null : (STATUSES[Math.floor(draw(n, 1) ** 2 * 6)] ?? "pending");
  const submitted = n % 31 === 0 ? null : BEGIN + Math.floor(draw(n, 2) * 1_000) * HOUR_MS;
  const isReviewed = submitted !== null && draw(n, 3) < 0.6;
  const reviewed = isReviewed ? submitted + Math.floor(draw(n, 4) ** 3 * 900) * HOUR_MS : null;
  const at = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());
  return {
    participant_id: `ptp_${n}`,
    status,
    submitted_at: at(status ? submitted : null),
    last_reviewed_at: at(reviewed),
    last_review_action: reviewed ? "approved" : null,
    registered_at: draw(n, 5) < 0.5 ? at(BEGIN) : null,
    removed_at: n % 17 === 0 ? at(BEGIN) : null,
    fields: answersOf(n),
  };
}

const TRACKS = [
  "Makers",
  "Sea & Sail",
  "a: b, 100%",
  "音楽",
  " Kunst",
  "Film",
  "Tanz",
  "Radio",
  "Zirkus",
  "Ton",
];

function answersOf(n: number): Record<string, unknown> {
  const fields: Record<string, unknown> = { confirmed: n % 3 === 0, years: n % 5 };
  if (n % 4 > 0) fields.track = TRACKS[Math.floor(draw(n, 6) ** 2 * 10)];
  if (n % 7 === 0) fields.track = n % 2 ? "" : null;
  fields.workshops = ["Knots", "Clay", "Print"].filter((_, at) => draw(n, 7 + at) < 0.4);
  if (n % 2 === 0) fields.arrival = `2026-05-${10 + (n % 3)}`;
  if (n % 9 === 0) fields.motivation = "long ".repeat(60);
  return fields;
}

let owner: Actor;
let eventId: string;
const rows = Array.from({ length: 600 }, (_, n) => seeded(n + 1));
const live = rows.filter((row) => row.removed_at === null && row.status !== null);

async function seedEvent(actor: Actor, people: Seeded[]): Promise<string> {
  const id = await plantConnection();
  await withEvent(id, async ({ db, sql }) => {
    await grantOwnership(db, id, actor.sessionHash ?? "");
    await sql.query(
      `INSERT INTO events (event_id, organization_id, title, publish_status, timezone, version_at, source, mirrored_at)
       VALUES ($1, 'org_a', 'Some event', 'published', $2, now(), 'sync', now())`,
      [id, ZONE],
    );
    for (const wave of WAVES) {
      await sql.query(
        `INSERT INTO registration_waves (event_id, wave_id, opens_at, closes_at, version_at, mirrored_at)
         VALUES ($1, $2, $3, $4, now(), now())`,
        [id, wave.id, new Date(wave.opens), wave.closes && new Date(wave.closes)],
      );
    }
    await sql.query(
      `INSERT INTO activities (event_id, activity_id, title, status, capacity, signed_up_count, version_at, mirrored_at)
       VALUES ($1, 'act_half', 'Half', 'scheduled', 10, 5, now(), now()),
         ($1, 'act_full', 'Full', 'scheduled', 10, 10, now(), now()),
         ($1, 'act_open', 'Open', 'scheduled', NULL, 90, now(), now()),
         ($1, 'act_gone', 'Gone', 'cancelled', 10, 10, now(), now())`,
      [id],
    );
    await sql.query(
      `INSERT INTO participants (event_id, participant_id, status, submitted_at, last_reviewed_at,
         last_review_action, registered_at, removed_at, fields, updated_at, version_at, source, confirmed_at)
       SELECT $1, participant_id, status, submitted_at, last_reviewed_at, last_review_action,
         registered_at, removed_at, fields, now(), now(), 'sync', now()
       FROM jsonb_populate_recordset(NULL::participants, $2)`,
      [id, JSON.stringify(people)],
    );
  });
  return id;
}

beforeAll(async () => {
  owner = { sessionHash: (await createSession()).sessionHash };
  eventId = await seedEvent(owner, rows);
});

/** Every number of a view that has a list, wherever it stands. */
function countedIn(view: unknown): CountedList[] {
  if (typeof view !== "object" || view === null) return [];
  const inside = Object.values(view).flatMap(countedIn);
  return "address" in view && "count" in view ? [view as CountedList, ...inside] : inside;
}

async function expectListsToAgree(
  view: InsightsView | InsightsView["waves"] | BreakdownView,
  id = eventId,
): Promise<void> {
  const counted = countedIn(view);
  expect(counted.length).toBeGreaterThan(1);
  for (const { count, address } of counted) {
    const list = await listApplicationsInEvent(owner, { eventId: id, address, limit: 1 });
    expect.soft([address, list.total]).toEqual([address, count]);
  }
}

describe("the insights of an event", () => {
  test("count what an honest look at every row counts", async () => {
    const { overTime, funnel, decisions, waves } = await getInsightsInEvent(owner, { eventId });
    const count = (holds: (row: Seeded) => boolean) => live.filter(holds).length;
    expect(overTime.unit).toBe("day");
    const days = new Map(
      live.map((row) => [row, row.submitted_at && dayInZone(row.submitted_at, ZONE)]),
    );
    for (const { from, to, total, byStatus } of overTime.steps) {
      const isInside = (row: Seeded) => days.get(row) === from;
      expect([from, total.count]).toEqual([to, count(isInside)]);
      for (const status of STATUSES) {
        const expected = count((row) => isInside(row) && row.status === status);
        expect(byStatus[status]?.count ?? 0).toBe(expected);
      }
    }
    expect(overTime.undated.count).toBe(count((row) => row.submitted_at === null));
    expect(Object.values(funnel).map((each) => each.count)).toEqual([
      live.length,
      count((row) => row.last_reviewed_at !== null),
      count((row) => row.status === "approved"),
      count((row) => row.status === "approved" && row.registered_at !== null),
    ]);
    const seconds = live
      .filter((row) => row.submitted_at && row.last_reviewed_at)
      .map(
        (row) =>
          (Date.parse(row.last_reviewed_at ?? "") - Date.parse(row.submitted_at ?? "")) / 1_000,
      )
      .sort((a, b) => a - b);
    expect(decisions.decided.count).toBe(seconds.length);
    expect(decisions.buckets.reduce((sum, bucket) => sum + bucket.count, 0)).toBe(seconds.length);
    expect(decisions.buckets[0]?.count).toBe(seconds.filter((each) => each < 3_600).length);
    expect(
      Math.abs((decisions.medianSeconds ?? 0) - (seconds[seconds.length >> 1] ?? 0)),
    ).toBeLessThan(7_200);
    const inWave =
      (id: string) =>
      ({ submitted_at: at }: Seeded) => {
        const wave = WAVES.find((each) => each.id === id);
        if (!wave || at === null) return false;
        return (
          Date.parse(at) >= wave.opens && Date.parse(at) < (wave.closes ?? Number.POSITIVE_INFINITY)
        );
      };
    expect(waves.waves.map(({ waveId, applied }) => [waveId, applied.count])).toEqual(
      WAVES.map(({ id }) => [id, count(inWave(id))]),
    );
    expect(waves.outside.count).toBe(count((row) => !WAVES.some(({ id }) => inWave(id)(row))));
  });

  test("open, with every number, the list of exactly as many", async () => {
    await expectListsToAgree(await getInsightsInEvent(owner, { eventId }));
  });

  test("show activities by how full they are, without those that have no end of room", async () => {
    const { activities } = await getInsightsInEvent(owner, { eventId });
    expect(activities).toMatchObject({ limited: 2, full: 1, seats: 20, taken: 15 });
    expect(activities.fullest.map(({ title }) => title)).toEqual(["Full", "Half"]);
  });

  test("are zeros where nobody has applied", async () => {
    const view = await getInsightsInEvent(owner, { eventId: await seedEvent(owner, []) });
    expect(view.overTime.steps).toEqual([]);
    expect(countedIn(view).every(({ count }) => count === 0)).toBe(true);
    expect(view.decisions.medianSeconds).toBeNull();
  });

  test("count everybody who submitted for a wave of which Revento tells no end, as the list does", async () => {
    const id = await seedEvent(owner, rows);
    await withEventSql(id, async (sql) => {
      await sql.query("DELETE FROM registration_waves WHERE event_id = $1", [id]);
      await sql.query(
        `INSERT INTO registration_waves (event_id, wave_id, version_at, mirrored_at)
         VALUES ($1, 'wav_endless', now(), now())`,
        [id],
      );
    });
    const { waves } = await getInsightsInEvent(owner, { eventId: id });
    const submitted = live.filter((row) => row.submitted_at !== null).length;
    expect(waves.waves.map(({ applied }) => applied.count)).toEqual([submitted]);
    expect(waves.outside.count).toBe(live.length - submitted);
    await expectListsToAgree(waves, id);
  });

  test("count in UTC where nobody knows the event's zone", async () => {
    const id = await seedEvent(owner, rows);
    await withEventSql(id, (sql) =>
      sql.query("UPDATE events SET timezone = 'Atlantis/Capital' WHERE event_id = $1", [id]),
    );
    expect((await getInsightsInEvent(owner, { eventId: id })).timezone).toBe("UTC");
  });

  test("are not found by another organizer", async () => {
    const stranger = { sessionHash: (await createSession()).sessionHash };
    const notFound = { code: "not_found" };
    await expect(getInsightsInEvent(stranger, { eventId })).rejects.toMatchObject(notFound);
    await expect(getBreakdownInEvent(stranger, { eventId, field: "track" })).rejects.toMatchObject(
      notFound,
    );
  });
});

describe("the answers to a field", () => {
  test.each([
    "track",
    "workshops",
    "confirmed",
    "years",
    "arrival",
    "motivation",
    "nobody was asked",
  ])("%s open, with every number, the list of exactly as many", async (field) => {
    await expectListsToAgree(await getBreakdownInEvent(owner, { eventId, field }));
  });

  test("are the most frequent ones, the others, and nobody's", async () => {
    const view = await getBreakdownInEvent(owner, { eventId, field: "track" });
    const said = live.map(({ fields }) => fields.track).filter((each) => !!each);
    const counts = Map.groupBy(said, (each) => each as string);
    const expected = [...counts].map(([value, all]) => ({ value, count: all.length }));
    expected.sort((a, b) => b.count - a.count);
    expect(view.values.map(({ count }) => count)).toEqual(
      expected.slice(0, 8).map((one) => one.count),
    );
    expect(view.unanswered.count).toBe(live.length - said.length);
    const top = new Set(view.values.map(({ value }) => value));
    expect(view.others.count).toBe(said.filter((each) => !top.has(each as string)).length);
  });

  test("count whoever chose several things for each of them", async () => {
    const view = await getBreakdownInEvent(owner, { eventId, field: "workshops" });
    const choosing = (name: string) =>
      live.filter(({ fields }) => (fields.workshops as string[]).includes(name)).length;
    expect(view.values.map(({ value, count }) => [value, count])).toEqual(
      expect.arrayContaining(["Knots", "Clay", "Print"].map((name) => [name, choosing(name)])),
    );
    expect(view.kind).toBe("list");
  });
});

describe("moments that nobody can have meant", () => {
  const person = (n: number, submitted: string): Seeded => ({
    ...seeded(1),
    participant_id: `ptp_odd_${n}`,
    status: "pending",
    submitted_at: submitted,
    removed_at: null,
  });
  const ODD = [
    "0001-01-01T00:00:00Z",
    "1899-12-31T23:59:59Z",
    "2200-01-01T12:00:00Z",
    "9999-12-31T23:59:59-12:00",
  ];

  test("are counted before and after the picture, and listed like all others", async () => {
    const usual = Array.from({ length: 60 }, (_, n) =>
      person(n, new Date(BEGIN + n * HOUR_MS).toISOString()),
    );
    const odd = ODD.map((submitted, n) => person(100 + n, submitted));
    const decades = [person(200, "1950-01-01T00:00:00Z")];
    const event = await seedEvent(owner, [...usual, ...odd, ...decades]);
    const { overTime } = await getInsightsInEvent(owner, { eventId: event });
    expect(overTime.unit).toBe("day");
    expect(overTime.steps.length).toBeLessThanOrEqual(120);
    const inSteps = overTime.steps.reduce((sum, { total }) => sum + total.count, 0);
    const { before, after, undated } = overTime;
    expect(inSteps + before.count + after.count + undated.count).toBe(65);
    for (const { count, address } of [before, after]) {
      expect(count).toBeGreaterThan(0);
      const list = { eventId: event, address, limit: 100 };
      expect((await listApplicationsInEvent(owner, list)).total).toBe(count);
    }
    for (const sort of ["submitted", "-submitted"]) {
      const sorted = { eventId: event, address: `sort=${sort}`, limit: 3 };
      const first = await listApplicationsInEvent(owner, sorted);
      const next = { ...sorted, cursor: first.nextCursor };
      expect((await listApplicationsInEvent(owner, next)).rows).toHaveLength(3);
    }
  });

  test("alone leave an empty picture, and are all told", async () => {
    const event = await seedEvent(
      owner,
      ODD.map((submitted, n) => person(n, submitted)),
    );
    const { overTime } = await getInsightsInEvent(owner, { eventId: event });
    expect(overTime.steps).toEqual([]);
    expect([overTime.before.count, overTime.after.count]).toEqual([2, 2]);
  });
});

test("of very many statuses and waves a picture shows the first, and leaves nobody out", async () => {
  const people = Array.from({ length: 300 }, (_, n) => ({
    ...seeded(n + 1),
    status: `word_${n % 150}`,
    submitted_at: new Date(BEGIN + n * HOUR_MS).toISOString(),
    removed_at: null,
  }));
  const event = await seedEvent(owner, people);
  await withEventSql(event, (sql) =>
    sql.query(
      `INSERT INTO registration_waves (event_id, wave_id, opens_at, closes_at, version_at, mirrored_at)
       SELECT $1, 'more_' || n, $2::timestamptz + n * interval '1 minute', NULL, now(), now()
       FROM generate_series(1, 5000) AS n`,
      [event, new Date(BEGIN)],
    ),
  );
  const { overTime, waves } = await getInsightsInEvent(owner, { eventId: event });
  expect(waves.waves).toHaveLength(200);
  const statuses = new Set(overTime.steps.flatMap(({ byStatus }) => Object.keys(byStatus)));
  expect(statuses.size).toBe(21);
  for (const { total, byStatus } of overTime.steps) {
    const counted = Object.values(byStatus).reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(total.count);
  }
  const step = overTime.steps.find(({ byStatus }) => byStatus.other_statuses);
  const { count = 0, address = "" } = step?.byStatus.other_statuses ?? {};
  expect((await listApplicationsInEvent(owner, { eventId: event, address })).total).toBe(count);
  const { counts } = await getEventOverview(owner, { eventId: event });
  expect(Object.keys(counts)).toHaveLength(21);
  expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(300);
});

test("seats without an end are counted, too", async () => {
  const id = await seedEvent(owner, []);
  await withEventSql(id, (sql) =>
    sql.query(
      `INSERT INTO activities (event_id, activity_id, title, capacity, signed_up_count, version_at, mirrored_at)
       SELECT $1, 'act_' || n, 'Open to all', 2147483647, 2147483647, now(), now() FROM generate_series(1, 2) n`,
      [id],
    ),
  );
  const { activities } = await getInsightsInEvent(owner, { eventId: id });
  expect(activities.seats).toBeGreaterThan(4_294_967_000);
});

test("waiting lists are counted in all, also of activities that are not among the fullest shown", async () => {
  const id = await seedEvent(owner, []);
  await withEventSql(id, (sql) =>
    sql.query(
      `INSERT INTO activities (event_id, activity_id, title, capacity, signed_up_count, waitlist_count,
         version_at, mirrored_at)
       SELECT $1, 'act_' || n, 'Full', 5, 5, 3, now(), now() FROM generate_series(1, 20) n`,
      [id],
    ),
  );
  const { activities } = await getInsightsInEvent(owner, { eventId: id });
  expect(activities.fullest.length).toBeLessThan(20);
  expect(activities.waiting).toBe(60);
});

test("is computed once for everybody who asks between two changes", async () => {
  const id = await seedEvent(owner, rows.slice(0, 5));
  const ask = () => getInsightsInEvent(owner, { eventId: id });
  const [first, second] = await Promise.all([ask(), ask()]);
  expect(second).toBe(first);
  expect(await ask()).toBe(first);
  await withEventSql(id, (sql) => recordChange(sql, id, "participants", []));
  expect(await ask()).not.toBe(first);
  const stranger: Actor = { sessionHash: (await createSession()).sessionHash };
  const guess = getInsightsInEvent(stranger, { eventId: id });
  await expect(guess).rejects.toMatchObject({ code: "not_found" });
});
