/**
 * `npm run test:flaky`: the tests that most depend on time and on who comes first, twenty times each, on a
 * machine whose every core is busy with something else. One that fails once is a defect of the test. Takes
 * at most 25 minutes on two cores.
 */
import { mkdir, rm } from "node:fs/promises";
import { buildForTests } from "./build-for-tests";
import { startBusyLoops } from "./busy-loops";
import { browserEnvironment } from "./find-browser";
import { bin, runStep } from "./run-step";
import { RESULTS, readTests, reportOf } from "./test-report";

const TIMES = 20;

type Watched = { file: string; names: string[] };

/** By the part of `npm test` that they belong to; `names` are parts of a test's title. */
const WATCHED: Record<string, Watched[]> = {
  sandbox: [
    {
      file: "sandbox/start-sandbox.test.ts",
      names: ["a delivery that was under way when the sandbox ended is sent again"],
    },
  ],
  integration: [
    {
      file: "lib/connections/call-revento.integration.test.ts",
      names: ["two processes of eight callers never have more than 5 calls in flight"],
    },
    {
      file: "lib/connections/get-access-token.integration.test.ts",
      names: ["150 callers in three processes bring one refresh"],
    },
    {
      file: "lib/console/replay.integration.test.ts",
      names: ["waits for a worker that is at the event, and says so when that takes too long"],
    },
    {
      file: "lib/deliveries/shuffled-traffic.integration.test.ts",
      names: ["whatever comes in whatever order, however often, beside two workers"],
    },
    {
      file: "server/stream.integration.test.ts",
      names: ["that does not read is dropped, and does not hold up the others"],
    },
    {
      file: "worker/jobs.integration.test.ts",
      names: [
        "a run that waits for its budget holds nobody up",
        "the run of a worker that died is carried on by another",
      ],
    },
  ],
  system: [
    {
      file: "e2e/export-stream.system.test.ts",
      names: ["nobody writes on for a browser that reads no more"],
    },
    {
      file: "e2e/start.system.test.ts",
      names: ["worker that is killed is back within ten seconds"],
    },
  ],
  e2e: [
    {
      file: "e2e/list-table.e2e.ts",
      names: [
        "a column is dragged to its place by its head",
        "a live change leaves scroll, focus and selection as they are",
        "a row that no longer matches says so before it leaves",
      ],
    },
    {
      file: "e2e/overview.e2e.ts",
      names: ["what happens moves the pictures and stands on top of the feed"],
    },
    {
      file: "e2e/portal-agenda.e2e.ts",
      names: ["stars follow a person into another browser, and nobody else"],
    },
  ],
};

const namesIn = (part: string) => (WATCHED[part] ?? []).flatMap(({ names }) => names);

/** What a runner selects tests by: any of these names. */
const pattern = (part: string) =>
  namesIn(part)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");

async function repeat(part: string): Promise<boolean> {
  const files = (WATCHED[part] ?? []).map(({ file }) => file);
  const title = `${part}: ${namesIn(part).length} tests, ${TIMES} times each`;
  if (part === "e2e") return repeatInBrowser(title, files);
  // A repetition follows the first time.
  const times = ["--repeats", String(TIMES - 1), "--retry", "0"];
  const args = ["run", "--project", part, ...files, "-t", pattern(part), ...times];
  return runStep(title, bin("vitest"), [...args, ...reportOf(part).vitest], { CI: "" });
}

async function repeatInBrowser(title: string, files: string[]): Promise<boolean> {
  const args = [`--repeat-each=${TIMES}`, "--retries=0", "-g", pattern("e2e")];
  return runStep(title, bin("playwright"), ["test", ...files, ...args], {
    ...browserEnvironment(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf("e2e").file,
  });
}

/** A name that selects nothing any more would pass for ever. */
async function missingIn(part: string): Promise<string[]> {
  const run = (await readTests(part)).filter(({ outcome }) => outcome !== "skipped");
  return namesIn(part).filter((name) => !run.some((test) => test.name.includes(name)));
}

async function main(): Promise<number> {
  await rm(RESULTS, { recursive: true, force: true });
  await mkdir(RESULTS, { recursive: true });
  await buildForTests();
  const stop = startBusyLoops();
  const wrong: string[] = [];
  for (const part of Object.keys(WATCHED)) {
    if (!(await repeat(part))) wrong.push(`a test of ${part} failed`);
    for (const name of await missingIn(part)) wrong.push(`no test of ${part} is called “${name}”`);
  }
  await stop();
  const count = Object.keys(WATCHED).flatMap(namesIn).length;
  for (const each of wrong) console.error(each);
  console.log(
    `${count} tests, ${TIMES} times each: ${wrong.length === 0 ? "none failed" : "FAILED"}`,
  );
  return wrong.length === 0 ? 0 : 1;
}

process.exit(await main());
