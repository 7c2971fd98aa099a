import { mkdir } from "node:fs/promises";
import path from "node:path";
import { buildIfChanged } from "@/scripts/launch/build";
import { startPart } from "@/scripts/launch/child-process";
import { findFreePort } from "@/scripts/ports";
import { testEnvironment } from "@/testing/test-environment";
import { type BenchDatabase, type BenchRun, openBenchDatabase } from "./bench-run";
import type { LoadOutcome } from "./load-generator";
import type { Measure } from "./measure";
import { race } from "./race";
import { startLoadGenerator } from "./send-load";
import { percentile } from "./statistics";

const SECRET = "bench-webhook-secret";
const LOAD = {
  path: "/api/webhooks/revento",
  secret: SECRET,
  connections: 64,
  duplicates: 0.05,
  events: 20,
  requests: 60_000,
  seconds: 4,
};
const WARM_UP = { ...LOAD, seconds: 6 };
const SMOKE = { ...LOAD, requests: 2_000, seconds: 0.5 };

type Side = { name: string; port: number; table: string };
type Send = Awaited<ReturnType<typeof startLoadGenerator>>;

/**
 * Accepted deliveries a second: verified, deduplicated and committed before the 200. The product's web
 * process against Express 5 + pg, on one PostgreSQL with fsync, without a worker on either side.
 */
export async function acceptDeliveries(run: BenchRun): Promise<Measure[]> {
  const logs = path.join(run.folder, "accept-deliveries");
  await mkdir(logs, { recursive: true });
  await buildIfChanged(path.join(logs, "build.log"), run.say);
  const database = await openBenchDatabase(run, `bench_deliveries_${process.pid}`);
  await database.admin.query(
    `CREATE TABLE express_deliveries (LIKE deliveries INCLUDING ALL);
     ALTER TABLE express_deliveries OWNER TO foyer`,
  );
  const foyer = await startFoyersWeb(run, database, logs);
  const express = await startExpress(run, database, logs, foyer.port + 1);
  const send = await startLoadGenerator(run.started);
  const load = run.isSmoke ? SMOKE : LOAD;
  if (!run.isSmoke) {
    for (const side of [foyer, express]) await takeTurn(run, database, send, side, WARM_UP);
  }
  const { ours, theirs, ratio } = await race(
    run,
    () => takeTurn(run, database, send, foyer, load),
    () => takeTurn(run, database, send, express, load),
  );
  return [
    {
      measure: "accepted deliveries a second, 64 connections",
      ours: `${Math.round(ours)}/s`,
      theirs: `${Math.round(theirs)}/s (Express 5 + pg)`,
      ratio,
      goal: { atLeast: 1.5 },
    },
  ];
}

/** Sends one load at one side, compares the rows with what was acknowledged, and empties the table. */
async function takeTurn(
  { say, started }: BenchRun,
  { admin }: BenchDatabase,
  send: Send,
  { name, port, table }: Side,
  load: typeof LOAD,
): Promise<number> {
  started.interrupted.throwIfAborted();
  const outcome = await send({ ...load, port });
  const { rows } = await admin.query<{ id: string }>(`SELECT delivery_id AS id FROM ${table}`);
  requireSame(name, outcome, new Set(rows.map((row) => row.id)), rows.length);
  // Failures refer to the deliveries that failed.
  await admin.query(`TRUNCATE ${table} CASCADE`);
  await admin.query("CHECKPOINT");
  const perSecond = outcome.acknowledged.length / outcome.seconds;
  const p99 = percentile(outcome.latenciesMs, 0.99);
  say(
    `${name.padEnd(7)} ${Math.round(perSecond)}/s, answers p99 ${p99.toFixed(0)} ms, ${rows.length} rows = ids acknowledged`,
  );
  return perSecond;
}

function requireSame(
  name: string,
  { acknowledged }: LoadOutcome,
  stored: ReadonlySet<string>,
  rows: number,
): void {
  const lost = acknowledged.filter((id) => !stored.has(id)).length;
  if (lost === 0 && rows === acknowledged.length) return;
  throw new Error(
    `${name} acknowledged ${acknowledged.length} deliveries and stored ${rows}; ${lost} are lost`,
  );
}

async function startFoyersWeb(run: BenchRun, database: BenchDatabase, logs: string): Promise<Side> {
  const port = await findFreePort(4700);
  const env = {
    ...testEnvironment(database.url),
    NODE_ENV: "production",
    APP_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    REVENTO_WEBHOOK_SECRETS: SECRET,
    DATABASE_POOL_SIZE: "20",
    LOG_LEVEL: "info",
  };
  await run.started.start(
    () =>
      startPart({
        name: "The web process",
        script: "server/main.ts",
        env,
        readyLine: /foyer web listening/,
        logFile: path.join(logs, "web.log"),
      }),
    (part) => part.stop(),
  );
  return { name: "Foyer", port, table: "deliveries" };
}

async function startExpress(
  run: BenchRun,
  { url }: BenchDatabase,
  logs: string,
  from: number,
): Promise<Side> {
  const port = await findFreePort(from);
  const env = {
    DATABASE_URL: url,
    PORT: String(port),
    WEBHOOK_SECRET: SECRET,
    NODE_ENV: "production",
  };
  await run.started.start(
    () =>
      startPart({
        name: "Express",
        script: "bench/express-baseline.ts",
        env,
        readyLine: /express baseline listening/,
        logFile: path.join(logs, "express.log"),
      }),
    (part) => part.stop(),
  );
  return { name: "Express", port, table: "express_deliveries" };
}
