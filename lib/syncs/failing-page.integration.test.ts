import pg from "pg";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { syncWorld } from "@/testing/sync-world";
import { startTestSandbox } from "@/testing/test-sandbox";

const EVENT = "evt_harbor";
const PARTICIPANTS = `/api/v1/events/${EVENT}/participants`;
// The environment is read once: the product is loaded when the sandbox is there.
const sandbox = await startTestSandbox();
const {
  act,
  apiCalls,
  connect,
  drifts,
  inEvent,
  mirror,
  progress,
  requestReconcile,
  reset,
  run,
  runToTheEnd,
  truth,
} = await syncWorld(sandbox, EVENT);

afterAll(() => sandbox.close());
beforeEach(reset);

describe("a page that fails", () => {
  const faults = [
    { kind: "status", status: 500 },
    { kind: "status", status: 503, when: "after" },
    { kind: "malformed" },
    { kind: "cut" },
    { kind: "hang", delay_ms: 50 },
  ];
  test.each(faults)("is tried again later and removes nobody: %o", async (fault) => {
    const runId = await connect();
    await run(runId);
    const before = await mirror();
    const reconcileId = await requestReconcile();
    await sandbox.control("faults", { target: "request", path: PARTICIPANTS, ...fault });
    const outcome = await run(reconcileId);
    expect(outcome).toMatchObject({ kind: "waiting" });
    expect(await mirror()).toEqual(before);
    expect(await progress()).toMatchObject({
      state: "running",
      error: expect.any(String),
      waitingUntil: expect.any(String),
    });
    expect(await runToTheEnd(reconcileId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(before);
    expect(await drifts(reconcileId)).toEqual([]);
  });

  test("a program that Revento cannot spell keeps nobody from the participants, and removes nothing", async () => {
    await run(await connect());
    const threads = () => inEvent(async (sql) => (await sql.query("SELECT * FROM threads")).rows);
    const before = await threads();
    await sandbox.control("faults", {
      target: "request",
      path: `/api/v1/events/${EVENT}/locations`,
      kind: "malformed",
      times: 4,
    });
    await act("cancel", { application_id: "app_harbor_1", silent: true });
    expect(await runToTheEnd(await requestReconcile())).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    expect((await threads()).map((row) => row.thread_id)).toEqual(
      before.map((row) => row.thread_id),
    );
    const activities = (await apiCalls()).filter(({ path }) => path.endsWith("/activities"));
    expect(activities.length).toBeLessThanOrEqual(3);
  });

  test("an error of our own inside a page leaves neither its rows nor its cursor", async () => {
    await act("add_applications", { event_id: EVENT, count: 60, silent: true });
    const runId = await connect();
    const setHead = (seq: string) =>
      inEvent((sql) =>
        sql.query("UPDATE change_heads SET seq = $2 WHERE event_id = $1", [EVENT, seq]),
      );
    await inEvent((sql) =>
      sql.query("UPDATE sync_runs SET resource = 'participants' WHERE id = $1", [runId]),
    );
    // The numbers of changes run out after the rows of the page were written.
    await setHead("9223372036854775806");
    expect((await run(runId)).kind).toBe("waiting");
    expect(await progress()).toMatchObject({ rows: 0, pages: 0, error: "internal" });
    expect(await mirror()).toEqual([]);
    await inEvent((sql) => sql.query("DELETE FROM changes WHERE event_id = $1", [EVENT]));
    await setHead("100");
    expect(await runToTheEnd(runId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    expect((await progress())?.rows).toBe((await truth()).length);
  });

  test("a cursor that Revento no longer knows begins its list again", async () => {
    await act("add_applications", { event_id: EVENT, count: 60, silent: true });
    const runId = await connect();
    await inEvent((sql) =>
      sql.query(
        "UPDATE sync_runs SET resource = 'participants', cursor = 'bm9wZQ', rows = 50 WHERE id = $1",
        [runId],
      ),
    );
    expect(await run(runId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    expect((await progress())?.rows).toBe((await truth()).length);
  });

  test("a page too large to be read is asked for again in parts, down to the one row", async () => {
    await act("add_applications", { event_id: EVENT, count: 80, silent: true });
    const custom_form_fields = { essay: "e".repeat(9_000_000), diet: "none" };
    await act("update_answers", {
      application_id: "app_harbor_3",
      custom_form_fields,
      silent: true,
    });
    expect(await runToTheEnd(await connect())).toEqual({ kind: "completed" });
    const everybody = await truth();
    expect(await rowCount()).toBe(everybody.length);
    const { rows } = await inEvent((sql) =>
      sql.query(
        "SELECT octet_length(fields->>'essay') AS kept, cuts FROM participants WHERE cuts IS NOT NULL",
      ),
    );
    expect(rows).toEqual([
      { kept: 65_536, cuts: { answers: { essay: 9_000_002 }, labels: {}, leftOut: 0 } },
    ]);
  });

  test("a row that cannot be stored is named, and keeps nobody else out", async () => {
    await run(await connect());
    const before = await rowCount();
    await admin("ALTER TABLE participants ADD CONSTRAINT no_zero CHECK (name <> 'Zero') NOT VALID");
    try {
      for (const [participant_id, display_name] of [
        ["ptp_harbor_1", "Zero"],
        ["ptp_harbor_2", "One"],
      ]) {
        await act("update_profile", { participant_id, display_name, silent: true });
      }
      const runId = await requestReconcile();
      expect(await runToTheEnd(runId)).toEqual({ kind: "completed" });
      expect(await rowCount()).toBe(before);
      expect(await drifts(runId)).toMatchObject([
        { participant_id: "ptp_harbor_1", cause: "not_stored", fields: ["database error 23514"] },
        { participant_id: "ptp_harbor_2", fields: ["name"] },
      ]);
      const { rows } = await inEvent((sql) =>
        sql.query("SELECT drifted FROM sync_runs WHERE id = $1", [runId]),
      );
      expect(rows).toEqual([{ drifted: 1 }]);
      const stale = await inEvent((sql) =>
        sql.query("SELECT participant_id, name FROM participants WHERE stale_since IS NOT NULL"),
      );
      expect(stale.rows).toMatchObject([{ participant_id: "ptp_harbor_1" }]);
    } finally {
      await admin("ALTER TABLE participants DROP CONSTRAINT no_zero");
    }
  });

  test("a page of which no row can be stored is tried again as a whole", async () => {
    const runId = await connect();
    await admin("ALTER TABLE participants ADD CONSTRAINT nobody CHECK (name IS NULL) NOT VALID");
    try {
      expect(await run(runId)).toMatchObject({ kind: "waiting" });
      expect(await progress()).toMatchObject({ rows: 0, error: "internal" });
    } finally {
      await admin("ALTER TABLE participants DROP CONSTRAINT nobody");
    }
    expect(await runToTheEnd(runId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
  });
});

const rowCount = () =>
  inEvent(async (sql) => {
    const { rows } = await sql.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM participants WHERE removed_at IS NULL",
    );
    return rows[0]?.n;
  });

async function admin(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_ADMIN_DATABASE_URL });
  await client.connect();
  await client.query(text).finally(() => client.end());
}
