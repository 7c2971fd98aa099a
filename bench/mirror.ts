import { mkdir } from "node:fs/promises";
import path from "node:path";
import { buildIfChanged } from "@/scripts/launch/build";
import { startPart } from "@/scripts/launch/child-process";
import { type BenchDatabase, type BenchRun, openBenchDatabase } from "./bench-run";
import {
  createExpressTable,
  LOAD,
  requireSame,
  type Side,
  startExpress,
  startFoyersWeb,
} from "./delivery-sides";
import { connectBenchEvent } from "./fill-applications";
import type { LoadOutcome } from "./load-generator";
import type { Measure } from "./measure";
import { race } from "./race";
import { startLoadGenerator } from "./send-load";
import { median, percentile } from "./statistics";
import { until } from "./until";

/** Each application is told of twice. */
const SIZE = { ...LOAD, requests: 12_000, people: 6_000, seconds: 60 };
const SMOKE = { ...LOAD, requests: 400, people: 200, seconds: 30 };
/** How long the last delivery may take to be applied after the last answer. */
const APPLIED_WITHIN_MS = 180_000;

/**
 * Deliveries mirrored a second, from the first request to the last applied row, with web and worker running,
 * against what Express 5 + pg merely accepts; and how fast they are accepted meanwhile. Half of the deliveries are
 * of applications that are new to their event, half change one.
 */
export async function mirror(run: BenchRun): Promise<Measure[]> {
  const logs = path.join(run.folder, "mirror");
  await mkdir(logs, { recursive: true });
  await buildIfChanged(path.join(logs, "build.log"), run.say);
  const database = await openBenchDatabase(run, `bench_mirror_${process.pid}`);
  await createExpressTable(database);
  for (let event = 0; event < LOAD.events; event += 1) {
    await connectBenchEvent(database.admin, `evt_bench_${event}`);
  }
  const foyer = await startFoyersWeb(run, database, logs);
  await startWorker(run, foyer, logs);
  const express = await startExpress(run, database, logs, foyer.port + 1);
  const send = await startLoadGenerator(run.started);
  const load = run.isSmoke ? SMOKE : SIZE;
  const accepted: Record<"ours" | "theirs", { perSecond: number; p99: number }[]> = {
    ours: [],
    theirs: [],
  };
  const { ours, theirs, ratio } = await race(
    run,
    async () => {
      const since = performance.now();
      const outcome = await send({ ...load, port: foyer.port });
      accepted.ours.push(pace(outcome));
      await untilApplied(run, database, outcome.acknowledged.length);
      const seconds = (performance.now() - since) / 1_000;
      const perSecond = outcome.acknowledged.length / seconds;
      run.say(`Foyer   ${line(pace(outcome))}, mirrored ${Math.round(perSecond)}/s`);
      await forget(database);
      return perSecond;
    },
    async () => {
      const outcome = await send({ ...load, port: express.port });
      const { rows } = await database.admin.query<{ id: string }>(
        "SELECT delivery_id AS id FROM express_deliveries",
      );
      requireSame("Express", outcome, new Set(rows.map(({ id }) => id)), rows.length);
      accepted.theirs.push(pace(outcome));
      run.say(`Express ${line(pace(outcome))}`);
      await database.admin.query("TRUNCATE express_deliveries");
      return pace(outcome).perSecond;
    },
  );
  const middle = (side: "ours" | "theirs", of: "perSecond" | "p99") =>
    median(accepted[side].map((one) => one[of]));
  return [
    {
      measure: "deliveries mirrored a second, to the last row",
      ours: `${Math.round(ours)}/s`,
      theirs: `${Math.round(theirs)}/s accepted (Express 5 + pg)`,
      ratio,
      goal: { atLeast: 0.5 },
    },
    {
      measure: "accepted a second while mirroring",
      ours: `${Math.round(middle("ours", "perSecond"))}/s`,
      theirs: `${Math.round(middle("theirs", "perSecond"))}/s (Express 5 + pg)`,
      ratio: middle("ours", "perSecond") / middle("theirs", "perSecond"),
      goal: { atLeast: 0.8 },
    },
    {
      measure: "the slowest 1 % of answers while mirroring",
      ours: `${middle("ours", "p99").toFixed(0)} ms`,
      theirs: `${middle("theirs", "p99").toFixed(0)} ms (Express 5 + pg)`,
      ratio: middle("ours", "p99") / middle("theirs", "p99"),
      goal: { atMost: 2 },
    },
  ];
}

function pace({ acknowledged, seconds, latenciesMs }: LoadOutcome) {
  return { perSecond: acknowledged.length / seconds, p99: percentile(latenciesMs, 0.99) };
}

function line({ perSecond, p99 }: ReturnType<typeof pace>): string {
  return `accepted ${Math.round(perSecond)}/s, answers p99 ${p99.toFixed(0)} ms`;
}

async function startWorker(run: BenchRun, { env }: Side, logs: string): Promise<void> {
  await run.started.start(
    () =>
      startPart({
        name: "The worker",
        script: "worker/main.ts",
        env,
        readyLine: /foyer worker ready/,
        logFile: path.join(logs, "worker.log"),
      }),
    (part) => part.stop(),
  );
}

async function untilApplied(
  { started }: BenchRun,
  { admin }: BenchDatabase,
  wanted: number,
): Promise<void> {
  const isApplied = async () => {
    const { rows } = await admin.query<{ waiting: boolean }>(
      "SELECT EXISTS (SELECT FROM deliveries WHERE state = 'pending') AS waiting",
    );
    return rows[0]?.waiting ? null : true;
  };
  await until("the last delivery", isApplied, APPLIED_WITHIN_MS, started.interrupted);
  const { rows } = await admin.query<{ applied: number; mirrored: number; people: number }>(
    // Of two on their way at once, the older one may come last.
    `SELECT (SELECT count(*) FROM deliveries WHERE outcome IN ('applied', 'older', 'unchanged'))::int AS applied,
       (SELECT count(*) FROM participants)::int AS mirrored,
       (SELECT count(DISTINCT convert_from(body, 'UTF8')::jsonb #>> '{data,participant_id}') FROM deliveries)::int AS people`,
  );
  const { applied, mirrored, people } = rows[0] ?? {};
  if (applied === wanted && mirrored === people) return;
  throw new Error(
    `of ${wanted} deliveries ${applied} were applied, ${mirrored} of ${people} rows are there`,
  );
}

/** Both sides begin with empty tables every time. */
async function forget({ admin }: BenchDatabase): Promise<void> {
  await admin.query(
    `TRUNCATE deliveries, delivery_failures, participants, participant_history, participant_counts,
       form_field_counts, changes, change_heads CASCADE`,
  );
  await admin.query("CHECKPOINT");
}
