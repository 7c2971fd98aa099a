import { afterAll, beforeEach, expect, test } from "vitest";
import { withSystemSql } from "@/lib/db";
import { passTime } from "@/testing/connected-event";
import { syncWorld } from "@/testing/sync-world";
import { startTestSandbox } from "@/testing/test-sandbox";

const EVENT = "evt_harbor";
const API = `/api/v1/events/${EVENT}`;
const sandbox = await startTestSandbox();
const { readOddities } = await import("@/lib/console/read-oddities");
const { connect, inEvent, mirror, requestReconcile, reset, run, truth } = await syncWorld(
  sandbox,
  EVENT,
);

afterAll(() => sandbox.close());
beforeEach(reset);

async function rewrite(list: string, set: object, unset: string[] = []): Promise<void> {
  const fault = { target: "request", path: `${API}/${list}`, kind: "rewrite", times: 1 };
  await sandbox.control("faults", { ...fault, set, unset });
}

const rowsOf = async (text: string) => (await inEvent((sql) => sql.query(text, [EVENT]))).rows;

const foundBy = async (runId: string) =>
  (
    await rowsOf(
      `SELECT odd, unreadable, new_words FROM sync_runs WHERE event_id = $1 AND id = '${runId}'`,
    )
  )[0];

test("a first read of odd rows is completed, with all that can be read of each, and says what could not", async () => {
  const runId = await connect();
  await rewrite(
    "participants",
    {
      "data.0.custom_form_fields": [],
      "data.1.custom_form_fields": [{ key: "favorite_track", value: "food" }],
      "data.2.submitted_at": "",
      "data.3.submitted_at": "2026-10-01 08:00:00+00",
      "data.4.submitted_at": "last week",
      "data.5.status": "approved",
      "data.6.application_status": "wait_listed",
    },
    ["data.5.application_status"],
  );
  await rewrite("activities", { "data.1.starts_at": { date: "2026-10-01" } }, ["data.0.title"]);
  expect(await run(runId)).toEqual({ kind: "completed" });
  const people = (await truth()).map(([id]) => id);
  expect((await mirror()).map(([id]) => id)).toEqual(people);
  const activities = await rowsOf(
    "SELECT title, odd FROM activities WHERE event_id = $1 AND odd IS NOT NULL",
  );
  expect(activities).toHaveLength(2);
  expect(activities).toContainEqual({ title: "Untitled", odd: { title: "" } });
  expect(
    await rowsOf("SELECT odd FROM participants WHERE event_id = $1 AND odd IS NOT NULL"),
  ).toEqual([{ odd: { submitted_at: '"last week"' } }]);
  expect(await foundBy(runId)).toEqual({
    odd: {
      activities: { rows: 2, fields: { title: 1, starts_at: 1 } },
      participants: { rows: 1, fields: { submitted_at: 1 } },
    },
    unreadable: {},
    new_words: { application_status: { wait_listed: 1 } },
  });
  const told = await withSystemSql((sql) => readOddities(sql));
  expect(told).toContainEqual({ kind: "odd_field", what: "activities.title", rows: 1, events: 1 });
  expect(told).toContainEqual({
    kind: "new_word",
    what: "application_status wait_listed",
    rows: 1,
    events: 1,
  });

  // The Date header has whole seconds: a page of the same second is not known to be newer.
  await passTime(sandbox, EVENT, 60_000);
  const healedId = await requestReconcile();
  expect(await run(healedId)).toEqual({ kind: "completed" });
  expect(await mirror()).toEqual(await truth());
  expect(await foundBy(healedId)).toEqual({ odd: {}, unreadable: {}, new_words: {} });
});

test("of a list with a row that nobody can tell apart nothing is taken for gone", async () => {
  await run(await connect());
  const before = await mirror();
  const activities = await rowsOf(
    "SELECT activity_id FROM activities WHERE event_id = $1 ORDER BY 1",
  );
  for (let time = 0; time < 2; time += 1) {
    await rewrite("participants", { "data.3.id": "" });
    await rewrite("activities", { "data.0.id": null });
    const runId = await requestReconcile();
    expect(await run(runId)).toEqual({ kind: "completed" });
    expect(await foundBy(runId)).toMatchObject({ unreadable: { participants: 1, activities: 1 } });
    await inEvent((sql) =>
      sql.query("UPDATE participants SET missing_since = missing_since - interval '1 hour'"),
    );
  }
  expect(await mirror()).toEqual(before);
  expect(await rowsOf("SELECT activity_id FROM activities WHERE event_id = $1 ORDER BY 1")).toEqual(
    activities,
  );
  const told = await withSystemSql((sql) => readOddities(sql));
  expect(told).toContainEqual({ kind: "unreadable_row", what: "activities", rows: 1, events: 1 });
});
