/**
 * `npm test`: everything. Static checks and unit tests first, then the real parts: the sandbox against
 * the contract, integration tests on embedded PostgreSQL, processes that are killed, every bench once, and
 * journeys in Chromium against the production build.
 */
import path from "node:path";
import { findBrowser } from "./find-browser";
import { buildIfChanged } from "./launch/build";
import { bin, runStep } from "./run-step";
import { stateFolder } from "./state-folder";

const only = process.argv[2];

async function main(): Promise<void> {
  const steps: [string, () => Promise<boolean>][] = [
    ["verify", () => runStep("verify", process.execPath, ["--import", "tsx", "scripts/verify.ts"])],
    [
      "sandbox",
      () => runStep("the sandbox and its contract", bin("vitest"), ["run", "--project", "sandbox"]),
    ],
    [
      "integration",
      () => runStep("integration tests", bin("vitest"), ["run", "--project", "integration"]),
    ],
    ["system", runSystemTests],
    ["bench", runBenchesOnce],
    ["e2e", runBrowserTests],
  ];
  for (const [name, step] of steps) {
    if (only && only !== name) continue;
    if (!(await step())) process.exit(1);
  }
}

async function build(): Promise<void> {
  const log = path.join(await stateFolder(), "test", "build.log");
  await buildIfChanged(log, (line) => console.log(line));
}

async function runSystemTests(): Promise<boolean> {
  await build();
  return runStep("tests of the running processes", bin("vitest"), ["run", "--project", "system"]);
}

/** A bench that cannot run any more is noticed when it breaks, and not when somebody wants a number. */
async function runBenchesOnce(): Promise<boolean> {
  const browser = findBrowser();
  await build();
  const args = [
    "--disable-warning=ExperimentalWarning",
    "--import",
    "tsx",
    "scripts/bench.ts",
    "--smoke",
  ];
  const title = "every bench, as little of it as runs";
  return runStep(title, process.execPath, args, { FOYER_TEST_BROWSER: browser });
}

async function runBrowserTests(): Promise<boolean> {
  const browser = findBrowser();
  await build();
  return runStep("browser journeys", bin("playwright"), ["test"], { FOYER_TEST_BROWSER: browser });
}

await main();
