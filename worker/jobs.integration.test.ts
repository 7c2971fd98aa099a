import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { databasePool, withEventSql } from "@/lib/db";
import { connectInProcess, forgetEvent, passTime } from "@/testing/connected-event";
import { eventually } from "@/testing/eventually";
import { startTestSandbox } from "@/testing/test-sandbox";
import type { Jobs } from "./jobs";

// The environment is read once: the product is loaded when the sandbox is there.
const sandbox = await startTestSandbox();
const { registerJobs } = await import("./jobs");
const { getSyncProgress } = await import("@/lib/syncs/get-sync-progress");

const EVENTS = ["evt_harbor", "evt_summit"];
let workers: Jobs[] = [];

beforeEach(async () => {
  await sandbox.control("reset", {});
  for (const eventId of EVENTS) await forgetEvent(eventId);
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
});
afterAll(() => sandbox.close());

function startWorker(): Jobs {
  const worker = registerJobs();
  workers.push(worker);
  return worker;
}
const completed = (eventId: string, withinMs: number) =>
  eventually(
    () => getSyncProgress(eventId),
    (progress) => progress?.state === "completed",
    withinMs,
  );
const refusals = async () => {
  const { data } = (await sandbox.control("requests")) as { data: { status: number }[] };
  return data.filter(({ status }) => status >= 400);
};

test("what is connected is read at once, however many workers there are", async () => {
  const [first] = [startWorker(), startWorker()];
  await connectInProcess(sandbox, "evt_harbor", "usr_ana");
  first?.wakeSyncs();
  await completed("evt_harbor", 15_000);
  expect(await refusals()).toEqual([]);
});

test("a worker that starts later finds what was asked for while none ran", async () => {
  await connectInProcess(sandbox, "evt_harbor", "usr_ana");
  startWorker();
  await completed("evt_harbor", 15_000);
});

test("a run that waits for its budget holds nobody up, and goes on when its time has come", {
  timeout: 60_000,
}, async () => {
  const worker = startWorker();
  await connectInProcess(sandbox, "evt_summit", "usr_ana");
  worker.wakeSyncs();
  const waiting = await eventually(
    () => getSyncProgress("evt_summit"),
    (progress) => progress?.waitingUntil != null,
    15_000,
  );
  expect(waiting).toMatchObject({ pages: 30, state: "running" });
  await connectInProcess(sandbox, "evt_harbor", "usr_ana");
  worker.wakeSyncs();
  await completed("evt_harbor", 15_000);
  await passTime(sandbox, "evt_summit", 60_000);
  expect(await completed("evt_summit", 15_000)).toMatchObject({ rows: waiting?.expectedRows });
  expect(await refusals()).toEqual([]);
});

test("the run of a worker that died is carried on by another when its lease is over", async () => {
  const runId = await connectInProcess(sandbox, "evt_harbor", "usr_ana");
  await withEventSql("evt_harbor", (sql) =>
    sql.query(
      `UPDATE sync_runs SET state = 'running', lease_holder = gen_random_uuid(),
         lease_expires_at = clock_timestamp() + interval '2 seconds' WHERE event_id = $1 AND id = $2`,
      ["evt_harbor", runId],
    ),
  );
  startWorker();
  const done = await completed("evt_harbor", 15_000);
  expect(Date.parse(done?.startedAt ?? "")).toBeGreaterThan(0);
});

test("a worker that stops gives its run back at once", { timeout: 60_000 }, async () => {
  await sandbox.control("faults", {
    target: "request",
    path: "/api/v1/events/evt_harbor/participants",
    kind: "hang",
  });
  const worker = startWorker();
  await connectInProcess(sandbox, "evt_harbor", "usr_ana");
  worker.wakeSyncs();
  await eventually(
    async () => (await sandbox.control("faults")) as { data: unknown[] },
    ({ data }) => data.length === 0,
    15_000,
  );
  workers = [];
  const before = Date.now();
  await worker.stop();
  expect(Date.now() - before).toBeLessThan(8_000);
  startWorker();
  await completed("evt_harbor", 15_000);
});

test("a database that drops every connection costs time, never a row", {
  timeout: 60_000,
}, async () => {
  await sandbox.control("act", {
    action: "add_applications",
    event_id: "evt_harbor",
    count: 500,
    silent: true,
  });
  const worker = startWorker();
  await connectInProcess(sandbox, "evt_harbor", "usr_ana");
  worker.wakeSyncs();
  await eventually(
    () => getSyncProgress("evt_harbor"),
    (progress) => (progress?.rows ?? 0) >= 100,
    30_000,
  );
  await databasePool().query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  const done = await completed("evt_harbor", 40_000);
  expect(done?.rows).toBe(done?.expectedRows);
});
