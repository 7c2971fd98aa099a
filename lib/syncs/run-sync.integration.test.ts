import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { connectInProcess, forgetEvent, passTime } from "@/e2e/support/connected-event";
import { startTestSandbox } from "@/e2e/support/test-sandbox";
import { type Sql, withEventSql } from "@/lib/db";
import type { SyncOutcome } from "./run-sync";

// The environment is read once: the product is loaded when the sandbox is there.
const sandbox = await startTestSandbox();
const { getSyncProgress } = await import("./get-sync-progress");
const { requestSync } = await import("./request-sync");
const { runSync } = await import("./run-sync");

const EVENT = "evt_harbor";
const PARTICIPANTS = `/api/v1/events/${EVENT}/participants`;

afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("reset", {});
  await forgetEvent(EVENT);
});

const connect = (scopes?: string[]) => connectInProcess(sandbox, EVENT, "usr_ana", scopes);
const act = (action: string, more: Record<string, unknown>) =>
  sandbox.control("act", { action, ...more });
const never = () => new AbortController().signal;
const inEvent = <T>(work: (sql: Sql) => Promise<T>) => withEventSql(EVENT, work);

type Request = { path: string; status: number; query: string };
async function apiCalls(): Promise<Request[]> {
  const { data } = (await sandbox.control("requests")) as { data: Request[] };
  return data.filter(({ path }) => path.startsWith("/api/v1/events/"));
}

/** Runs until it is over, letting the time pass that it waits for. */
async function runToTheEnd(runId: string): Promise<SyncOutcome> {
  for (let round = 0; round < 50; round += 1) {
    const until = (await getSyncProgress(EVENT))?.waitingUntil;
    if (until) await passTime(sandbox, EVENT, Date.parse(until) - Date.now() + 1);
    const outcome = await runSync(EVENT, runId, never());
    if (outcome.kind !== "waiting") return outcome;
  }
  throw new Error("a run without end");
}

const requestReconcile = () => inEvent((sql) => requestSync(sql, EVENT, "reconcile"));

type Wire = {
  id: string;
  application_status: string | null;
  display_name: string;
  email: string;
  custom_form_fields: unknown;
};
async function truth() {
  const { data } = (await sandbox.control(`participants?event_id=${EVENT}`)) as { data: Wire[] };
  const rows = data.map((row) => [
    row.id,
    row.application_status,
    row.display_name,
    row.email,
    row.custom_form_fields,
  ]);
  return rows.sort(byId);
}
const byId = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);

async function mirror() {
  const { rows } = await inEvent((sql) =>
    sql.query(
      `SELECT participant_id, status, name, email, fields FROM participants
       WHERE event_id = $1 AND removed_at IS NULL`,
      [EVENT],
    ),
  );
  return rows.map((row) => Object.values(row)).sort(byId);
}

async function drifts(runId: string) {
  const { rows } = await inEvent((sql) =>
    sql.query(
      `SELECT participant_id, cause, fields FROM drifts WHERE event_id = $1 AND run_id = $2
       ORDER BY participant_id`,
      [EVENT, runId],
    ),
  );
  return rows;
}

describe("the first sync of an event", () => {
  test("mirrors everything with the fewest calls there can be", async () => {
    const runId = await connect();
    expect(await runSync(EVENT, runId, never())).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    const calls = await apiCalls();
    const activities = await inEvent(async (sql) =>
      Number((await sql.query("SELECT count(*) FROM activities")).rows[0].count),
    );
    const people = (await truth()).length;
    const fewest = 1 + 4 + Math.ceil(activities / 50) + Math.ceil(people / 50);
    expect(activities).toBeGreaterThan(50);
    expect(calls.map(({ status }) => status)).toEqual(Array(fewest).fill(200));
    expect(await getSyncProgress(EVENT)).toMatchObject({
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
    await runSync(EVENT, runId, never());
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
    expect(await runSync(EVENT, runId, never())).toEqual({ kind: "completed" });
    const paths = (await apiCalls()).map(({ path }) => path);
    expect(paths).toEqual([`/api/v1/events/${EVENT}`, PARTICIPANTS]);
    expect(await mirror()).toEqual(await truth());
  });

  test("is carried on where a stopped worker left it: nothing is read twice, nothing is lost", async () => {
    await act("add_applications", { event_id: EVENT, count: 150, silent: true });
    const runId = await connect();
    const stopping = new AbortController();
    const stopAfterTwoPages = setInterval(async () => {
      const progress = await getSyncProgress(EVENT);
      if ((progress?.rows ?? 0) >= 100) stopping.abort();
    }, 5);
    const outcome = await runSync(EVENT, runId, stopping.signal);
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
    const outcomes = await Promise.all([1, 2, 3].map(() => runSync(EVENT, runId, never())));
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
    expect(await runSync(EVENT, runId, never())).toEqual({ kind: "elsewhere" });
    await passTime(sandbox, EVENT, 10_000);
    expect(await runSync(EVENT, runId, never())).toEqual({ kind: "completed" });
  });

  test("a worker that lost its run to another one writes nothing more", async () => {
    const runId = await connect();
    await sandbox.control("faults", {
      target: "request",
      path: PARTICIPANTS,
      kind: "delay",
      delay_ms: 400,
    });
    const slow = runSync(EVENT, runId, never());
    await expect.poll(async () => (await getSyncProgress(EVENT))?.resource).toBe("participants");
    await inEvent((sql) =>
      sql.query("UPDATE sync_runs SET lease_holder = gen_random_uuid() WHERE id = $1", [runId]),
    );
    expect(await slow).toEqual({ kind: "elsewhere" });
    expect(await mirror()).toEqual([]);
    expect(await getSyncProgress(EVENT)).toMatchObject({ state: "running", rows: 0 });
  });

  test("a budget used up makes it wait without a lease, and says until when", async () => {
    await act("add_applications", { event_id: EVENT, count: 1_500, silent: true });
    const runId = await connect();
    const outcome = await runSync(EVENT, runId, never());
    expect(outcome.kind).toBe("waiting");
    const calls = await apiCalls();
    expect(calls.length).toBe(30);
    expect(calls.every(({ status }) => status === 200)).toBe(true);
    const progress = await getSyncProgress(EVENT);
    const waitMs = Date.parse(progress?.waitingUntil ?? "") - Date.now();
    expect(waitMs).toBeGreaterThan(50_000);
    expect(waitMs).toBeLessThanOrEqual(60_100);
    expect(progress).toMatchObject({ state: "running", resource: "participants", error: null });
    expect(progress?.secondsLeft).toBe(Math.ceil(waitMs / 1000));
    expect(progress?.percent).toBeGreaterThan(50);
    const { rows } = await inEvent((sql) =>
      sql.query("SELECT lease_holder FROM sync_runs WHERE id = $1", [runId]),
    );
    expect(rows[0].lease_holder).toBeNull();
    expect(await runToTheEnd(runId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    expect((await apiCalls()).every(({ status }) => status === 200)).toBe(true);
  });
});

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
    await runSync(EVENT, runId, never());
    const before = await mirror();
    const reconcileId = await requestReconcile();
    await sandbox.control("faults", { target: "request", path: PARTICIPANTS, ...fault });
    const outcome = await runSync(EVENT, reconcileId, never());
    expect(outcome).toMatchObject({ kind: "waiting" });
    expect(await mirror()).toEqual(before);
    expect(await getSyncProgress(EVENT)).toMatchObject({
      state: "running",
      error: expect.any(String),
      waitingUntil: expect.any(String),
    });
    expect(await runToTheEnd(reconcileId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(before);
    expect(await drifts(reconcileId)).toEqual([]);
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
    expect((await runSync(EVENT, runId, never())).kind).toBe("waiting");
    expect(await getSyncProgress(EVENT)).toMatchObject({ rows: 0, pages: 0, error: "internal" });
    expect(await mirror()).toEqual([]);
    await inEvent((sql) => sql.query("DELETE FROM changes WHERE event_id = $1", [EVENT]));
    await setHead("100");
    expect(await runToTheEnd(runId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    expect((await getSyncProgress(EVENT))?.rows).toBe((await truth()).length);
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
    expect(await runSync(EVENT, runId, never())).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    expect((await getSyncProgress(EVENT))?.rows).toBe((await truth()).length);
  });
});

describe("a reconcile", () => {
  test("finds what no webhook told, heals it, and says why it had drifted", async () => {
    await runSync(EVENT, await connect(), never());
    await act("cancel", { application_id: "app_harbor_1", silent: true });
    await act("update_profile", {
      participant_id: "ptp_harbor_2",
      display_name: "Renamed",
      silent: true,
    });
    await act("add_applications", { event_id: EVENT, count: 1, silent: true });
    const runId = await requestReconcile();
    expect(await runSync(EVENT, runId, never())).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    const found = await drifts(runId);
    expect(found).toHaveLength(3);
    expect(found).toContainEqual(
      expect.objectContaining({ participant_id: "ptp_harbor_1", cause: "cancelled" }),
    );
    expect(found).toContainEqual({
      participant_id: "ptp_harbor_2",
      cause: "missed_delivery",
      fields: ["name"],
    });
    expect(found.filter(({ cause }) => cause === "missing_here")).toHaveLength(1);
  });

  test("removes who is gone, but only after a complete pass", async () => {
    await runSync(EVENT, await connect(), never());
    await inEvent((sql) =>
      sql.query(
        `INSERT INTO participants (event_id, participant_id, version_at, updated_at, source, confirmed_at)
         VALUES ($1, 'ptp_gone', now() - interval '1 day', now(), 'sync', now() - interval '1 day')`,
        [EVENT],
      ),
    );
    await sandbox.control("faults", {
      target: "request",
      path: PARTICIPANTS,
      kind: "status",
      status: 500,
    });
    const runId = await requestReconcile();
    expect((await runSync(EVENT, runId, never())).kind).toBe("waiting");
    expect((await mirror()).map(([id]) => id)).toContain("ptp_gone");
    expect(await runToTheEnd(runId)).toEqual({ kind: "completed" });
    expect(await mirror()).toEqual(await truth());
    expect(await drifts(runId)).toEqual([
      { participant_id: "ptp_gone", cause: "removed_there", fields: [] },
    ]);
  });

  test("leaves a fifth of the hour to people and carries on when the hour allows", async () => {
    await runSync(EVENT, await connect(), never());
    const filled = 398 - (await apiCalls()).length;
    await inEvent((sql) =>
      sql.query(
        `INSERT INTO api_calls (event_id, holder, started_at, expires_at, finished_at)
         SELECT $1, 'installation', at, at, at
         FROM generate_series(1, $2) n, LATERAL (SELECT now() - interval '50 minutes' - n * interval '100 ms' AS at) t`,
        [EVENT, filled],
      ),
    );
    const runId = await requestReconcile();
    const outcome = await runSync(EVENT, runId, never());
    expect(outcome).toMatchObject({ kind: "waiting" });
    expect(outcome.kind === "waiting" && outcome.waitMs).toBeGreaterThan(8 * 60_000);
    const { rows } = await inEvent((sql) =>
      sql.query("SELECT count(*)::int FROM api_calls WHERE event_id = $1", [EVENT]),
    );
    expect(rows[0].count).toBe(400);
    expect(await runToTheEnd(runId)).toEqual({ kind: "completed" });
  });

  test("a request while one is under way is content with that one", async () => {
    const runId = await connect();
    expect(await requestReconcile()).toBe(runId);
  });
});

describe("the end of a connection", () => {
  test("7.7 a revoked token ends the run and the connection, and nothing calls again", async () => {
    const runId = await connect();
    await runSync(EVENT, runId, never());
    const reconcileId = await requestReconcile();
    await act("revoke_connection", { event_id: EVENT, silent: true });
    expect(await runSync(EVENT, reconcileId, never())).toEqual({ kind: "ended" });
    const calls = (await apiCalls()).length;
    expect(await runSync(EVENT, reconcileId, never())).toEqual({ kind: "elsewhere" });
    expect((await apiCalls()).length).toBe(calls);
    expect((await apiCalls()).at(-1)?.status).toBe(401);
    const { rows } = await inEvent((sql) =>
      sql.query("SELECT state, cause FROM connections WHERE event_id = $1", [EVENT]),
    );
    expect(rows[0]).toEqual({ state: "revoked", cause: "token_revoked" });
    expect(await getSyncProgress(EVENT)).toMatchObject({ state: "ended" });
  });
});
