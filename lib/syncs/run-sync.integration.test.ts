import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { passTime } from "@/testing/connected-event";
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

describe("the first sync of an event", () => {
  test("mirrors everything with the fewest calls there can be", async () => {
    const runId = await connect();
    expect(await run(runId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    const calls = await apiCalls();
    const activities = await inEvent(async (sql) =>
      Number((await sql.query("SELECT count(*) FROM activities")).rows[0].count),
    );
    const people = (await truth()).length;
    const fewest = 1 + 4 + Math.ceil(activities / 50) + Math.ceil(people / 50);
    expect(activities).toBeGreaterThan(50);
    expect(calls.map(({ status }) => status)).toEqual(Array(fewest).fill(200));
    expect(await progress()).toMatchObject({
      state: "completed",
      rows: people,
      expectedRows: people,
      percent: 100,
      secondsLeft: null,
      pages: fewest,
    });
  });

  test("tells open pages what arrived", async () => {
    const runId = await connect();
    await run(runId);
    const { rows } = await inEvent((sql) =>
      sql.query("SELECT topic, count(*)::int FROM changes WHERE event_id = $1 GROUP BY 1", [EVENT]),
    );
    const topics = Object.fromEntries(rows.map((row) => [row.topic, row.count]));
    expect(topics).toMatchObject({ event: 1, participants: 1 });
    expect(topics.program).toBeGreaterThanOrEqual(5);
    expect(topics.sync).toBeGreaterThanOrEqual(8);
  });

  test("reads what was granted and leaves out the rest", async () => {
    const runId = await connect(["event.read", "participants.read"]);
    expect(await run(runId)).toEqual({ kind: "completed" });
    const paths = (await apiCalls()).map(({ path }) => path);
    expect(paths).toEqual([`/api/v1/events/${EVENT}`, PARTICIPANTS]);
    expect(await mirror()).toEqual(await truth());
  });

  test("is carried on where a stopped worker left it: nothing is read twice, nothing is lost", async () => {
    await act("add_applications", { event_id: EVENT, count: 150, silent: true });
    const runId = await connect();
    const stopping = new AbortController();
    const stopAfterTwoPages = setInterval(async () => {
      if (((await progress())?.rows ?? 0) >= 100) stopping.abort();
    }, 5);
    const outcome = await run(runId, stopping.signal);
    clearInterval(stopAfterTwoPages);
    if (outcome.kind === "waiting") expect(await runToTheEnd(runId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    const pages = (await apiCalls()).filter(({ path }) => path === PARTICIPANTS);
    const repeated = pages.length - new Set(pages.map(({ query }) => query)).size;
    expect(repeated).toBeLessThanOrEqual(1);
    const { rows } = await inEvent((sql) =>
      sql.query("SELECT rows FROM sync_runs WHERE id = $1", [runId]),
    );
    expect(rows[0].rows).toBe((await truth()).length);
  });

  test("two workers at once: one reads, the other leaves it alone", async () => {
    const runId = await connect();
    const outcomes = await Promise.all([1, 2, 3].map(() => run(runId)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
      "completed",
      "elsewhere",
      "elsewhere",
    ]);
    const pages = await apiCalls();
    expect(new Set(pages.map(({ path, query }) => path + query)).size).toBe(pages.length);
  });

  test("a dead worker's run is free after its lease", async () => {
    const runId = await connect();
    await inEvent((sql) =>
      sql.query(
        `UPDATE sync_runs SET state = 'running', lease_holder = gen_random_uuid(),
           lease_expires_at = clock_timestamp() + interval '10 seconds' WHERE id = $1`,
        [runId],
      ),
    );
    expect(await run(runId)).toEqual({ kind: "elsewhere" });
    await passTime(sandbox, EVENT, 10_000);
    expect(await run(runId)).toEqual({ kind: "completed" });
  });

  test("a worker that lost its run to another one writes nothing more", async () => {
    const runId = await connect();
    await sandbox.control("faults", {
      target: "request",
      path: PARTICIPANTS,
      kind: "delay",
      delay_ms: 1_000,
    });
    const slow = run(runId);
    await expect
      .poll(async () => (await progress())?.resource, { interval: 10, timeout: 15_000 })
      .toBe("participants");
    await inEvent((sql) =>
      sql.query("UPDATE sync_runs SET lease_holder = gen_random_uuid() WHERE id = $1", [runId]),
    );
    expect(await slow).toEqual({ kind: "elsewhere" });
    expect(await mirror()).toEqual([]);
    expect(await progress()).toMatchObject({ state: "running", rows: 0 });
  });

  test("a budget used up makes it wait without a lease, and says until when", async () => {
    await act("add_applications", { event_id: EVENT, count: 1_500, silent: true });
    const runId = await connect();
    const outcome = await run(runId);
    expect(outcome.kind).toBe("waiting");
    const calls = await apiCalls();
    expect(calls.length).toBe(30);
    expect(calls.every(({ status }) => status === 200)).toBe(true);
    const shown = await progress();
    const waitMs = Date.parse(shown?.waitingUntil ?? "") - Date.now();
    expect(waitMs).toBeGreaterThan(50_000);
    expect(waitMs).toBeLessThanOrEqual(60_100);
    expect(shown).toMatchObject({ state: "running", resource: "participants", error: null });
    // The first page of the next minute must wait for the first of this one; the last one a little longer.
    expect(shown?.secondsLeft).toBeGreaterThanOrEqual(Math.ceil(waitMs / 1000));
    expect(shown?.secondsLeft).toBeLessThan(waitMs / 1000 + 10);
    expect(shown?.percent).toBeGreaterThan(50);
    const { rows } = await inEvent((sql) =>
      sql.query("SELECT lease_holder FROM sync_runs WHERE id = $1", [runId]),
    );
    expect(rows[0].lease_holder).toBeNull();
    expect(await runToTheEnd(runId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    expect((await apiCalls()).every(({ status }) => status === 200)).toBe(true);
  });
});

describe("the end of a connection", () => {
  test("7.7 a revoked token ends the run and the connection, and nothing calls again", async () => {
    const runId = await connect();
    await run(runId);
    const reconcileId = await requestReconcile();
    await act("revoke_connection", { event_id: EVENT, silent: true });
    expect(await run(reconcileId)).toEqual({ kind: "ended" });
    const calls = (await apiCalls()).length;
    expect(await run(reconcileId)).toEqual({ kind: "elsewhere" });
    expect((await apiCalls()).length).toBe(calls);
    expect((await apiCalls()).at(-1)?.status).toBe(401);
    const { rows } = await inEvent((sql) =>
      sql.query("SELECT state, cause FROM connections WHERE event_id = $1", [EVENT]),
    );
    expect(rows[0]).toEqual({ state: "revoked", cause: "token_revoked" });
    expect(await progress()).toMatchObject({ state: "ended" });
  });
});
