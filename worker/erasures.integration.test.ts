import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { wake } from "@/lib/live/wake";
import { beginErasureOf, endConnectionOf } from "@/testing/ends";
import { eventually } from "@/testing/eventually";
import { plantConnection } from "@/testing/plant-connection";
import { plantRows, tablesThatSay } from "@/testing/planted-rows";

const ROOT = path.resolve(import.meta.dirname, "..");
const EVENT = "evt_large";
const EACH = 8_000;
const children = new Set<ChildProcess>();
let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: process.env.TEST_ADMIN_DATABASE_URL });
  await admin.connect();
});
afterAll(() => admin?.end());
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
});

async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "ignore"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Participants with a history entry each, and deliveries: 24,000 rows. */
async function plantLargeEvent(): Promise<void> {
  await plantConnection({ eventId: EVENT });
  await withEventSql(EVENT, async (sql) => {
    await sql.query(
      `INSERT INTO participants (event_id, participant_id, name, email, status, version_at, updated_at, source, confirmed_at)
       SELECT $1, 'ptp_' || n, 'largeword ' || n, n || '@largeword.example', 'approved', now(), now(), 'sync', now()
       FROM generate_series(1, $2) n`,
      [EVENT, EACH],
    );
    await sql.query(
      `INSERT INTO participant_history (event_id, participant_id, occurred_at, kind, actor_id)
       SELECT $1, 'ptp_' || n, now(), 'reconcile', 'usr_largeword' FROM generate_series(1, $2) n`,
      [EVENT, EACH],
    );
    await sql.query(
      `INSERT INTO deliveries (event_id, delivery_id, signature, type, envelope_id, occurred_at, body, state, outcome)
       SELECT $1, gen_random_uuid(), ('largeword' || n)::bytea, 'participant.registered', 'evl_' || n, now(),
         'largeword'::bytea, 'processed', 'applied' FROM generate_series(1, $2) n`,
      [EVENT, EACH],
    );
  });
}

async function erasure() {
  const found = await admin.query(
    "SELECT state, counts, certificate IS NOT NULL AS signed FROM erasures WHERE event_id = $1",
    [EVENT],
  );
  return found.rows[0];
}

/** Until the counts are others than `before`: how fast a machine erases says nothing about the next. */
async function hasWorked(before: string): Promise<void> {
  while (JSON.stringify((await erasure())?.counts) === before) await sleep(1);
}

test("workers that are killed at any moment leave exact counts, and the last one ends the erasure", {
  timeout: 240_000,
}, async () => {
  await plantLargeEvent();
  await plantRows(admin, EVENT, "largeword");
  await endConnectionOf(EVENT, { cause: "data.deletion_required" });
  await beginErasureOf(EVENT, "operator");
  let midway = 0;
  for (const moreMs of fc.sample(fc.nat(20), 8)) {
    if ((await erasure())?.state !== "running") break;
    const before = JSON.stringify((await erasure())?.counts);
    const worker = await startWorker();
    await wake("foyer_erasures");
    await hasWorked(before);
    await sleep(moreMs);
    await kill(worker);
    if ((await erasure())?.state === "running") midway += 1;
  }
  const worker = await startWorker();
  await eventually(erasure, (now) => now?.state === "completed", 60_000);
  worker.kill("SIGTERM");
  await once(worker, "exit");
  expect(midway).toBeGreaterThan(1);
  expect(await erasure()).toMatchObject({
    signed: true,
    counts: {
      participants: EACH + 1,
      participant_history: EACH + 1,
      deliveries: EACH + 1,
      delivery_failures: 1,
      connections: 1,
    },
  });
  expect(await tablesThatSay(admin, "largeword")).toEqual({});
});
