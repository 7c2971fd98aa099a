import { mkdir } from "node:fs/promises";
import path from "node:path";
import { buildIfChanged } from "@/scripts/launch/build";
import { type BenchDatabase, type BenchRun, openBenchDatabase } from "./bench-run";
import {
  createExpressTable,
  LOAD,
  requireSame,
  type Side,
  startExpress,
  startFoyersWeb,
} from "./delivery-sides";
import type { Measure } from "./measure";
import { race } from "./race";
import { startLoadGenerator } from "./send-load";
import { percentile } from "./statistics";

const SIZE = { ...LOAD, requests: 60_000, seconds: 4 };
const WARM_UP = { ...SIZE, seconds: 6 };
const SMOKE = { ...SIZE, requests: 2_000, seconds: 0.5 };

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
  await createExpressTable(database);
  const foyer = await startFoyersWeb(run, database, logs);
  const express = await startExpress(run, database, logs, foyer.port + 1);
  const send = await startLoadGenerator(run.started);
  const load = run.isSmoke ? SMOKE : SIZE;
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
  load: typeof SIZE,
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
