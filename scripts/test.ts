/**
 * `npm test`: everything. Static checks and unit tests first, then the real parts: the sandbox against
 * the contract, integration tests on embedded PostgreSQL, processes that are killed, every bench once, and
 * journeys in Chromium against the production build. The pages are built while the first of them run.
 * `npm test -- <part>` runs one part; `--long` takes the full sizes (`npm run test:long`), and `--busy` keeps
 * every core busy meanwhile.
 */
import { spawnSync } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { buildForTests } from "./build-for-tests";
import { startBusyLoops } from "./busy-loops";
import { browserEnvironment } from "./find-browser";
import { bin, runStep } from "./run-step";
import { measureMachine, overBudget } from "./test-budget";
import { type PartTime, RESULTS, report, reportOf } from "./test-report";

const args = process.argv.slice(2);
const isLong = args.includes("--long");
const isBusy = args.includes("--busy");
const only = args.find((arg) => !arg.startsWith("--"));

const PARTS: Record<string, () => Promise<boolean>> = {
  verify: () => runStep("verify", process.execPath, ["--import", "tsx", "scripts/verify.ts"]),
  sandbox: () => runVitest("the sandbox and its contract", "sandbox"),
  integration: () => runVitest("integration tests", "integration"),
  system: async () => {
    await build();
    return runVitest("tests of the running processes", "system");
  },
  bench: runBenchesOnce,
  e2e: runBrowserTests,
};

function runVitest(title: string, part: string): Promise<boolean> {
  return runStep(title, bin("vitest"), ["run", "--project", part, ...reportOf(part).vitest]);
}

let building: Promise<void> | undefined;

/** Once, however many parts wait for it. */
function build(): Promise<void> {
  building ??= buildForTests();
  return building;
}

/** A bench that cannot run any more is noticed when it breaks, and not when somebody wants a number. */
async function runBenchesOnce(): Promise<boolean> {
  await build();
  const quiet = "--disable-warning=ExperimentalWarning";
  const args = [quiet, "--import", "tsx", "bench/main.ts", "--smoke"];
  const title = "every bench, as little of it as runs";
  return runStep(title, process.execPath, args);
}

async function runBrowserTests(): Promise<boolean> {
  const browsers = browserEnvironment();
  await build();
  return runStep("browser journeys", bin("playwright"), ["test"], {
    ...browsers,
    PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf("e2e").file,
  });
}

/** Runs the parts one after the other, until one fails. `over`: those that took too long, in sentences. */
async function runParts(): Promise<{ times: PartTime[]; over: string[] }> {
  const times: PartTime[] = [];
  const over: string[] = [];
  let before = measureMachine();
  for (const [part, run] of Object.entries(PARTS)) {
    if (only && only !== part) continue;
    const started = performance.now();
    const isPassed = await run();
    const time = { part, seconds: (performance.now() - started) / 1_000, isPassed };
    times.push(time);
    if (!isPassed) break;
    const after = measureMachine();
    const sentence = isLong ? null : overBudget(time, [before, after]);
    if (sentence) over.push(sentence);
    before = after;
    // From here on nothing else writes what a build writes; who waits for it hears how it ended.
    if (!only && part === "verify") void build().catch(() => {});
  }
  return { times, over };
}

/** What properties draw from: the commit, where there is one. */
function seedOfCommit(): number {
  const { stdout, status } = spawnSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" });
  return status === 0 ? Number.parseInt(stdout.slice(0, 7), 16) : Date.now() % 2 ** 28;
}

async function main(): Promise<number> {
  process.env.FOYER_TEST_SEED ??= String(seedOfCommit());
  if (isLong) process.env.FOYER_TEST_LONG = "1";
  console.log(`FOYER_TEST_SEED=${process.env.FOYER_TEST_SEED}${isLong ? ", the long form" : ""}`);
  await rm(RESULTS, { recursive: true, force: true });
  await mkdir(RESULTS, { recursive: true });
  const stop = isBusy ? startBusyLoops() : async () => {};
  const { times, over } = await runParts();
  await stop();
  for (const sentence of over) console.error(`Over budget: ${sentence} See docs/testing.md.`);
  await report(times);
  const isPassed = times.length > 0 && times.every((each) => each.isPassed);
  return isPassed && over.length === 0 ? 0 : 1;
}

process.exit(await main());
