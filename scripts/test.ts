/**
 * `npm test`: everything. Static checks and unit tests first, then the real parts: the sandbox against
 * the contract, integration tests on embedded PostgreSQL, processes that are killed, and journeys in
 * Chromium against the production build.
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

async function runBrowserTests(): Promise<boolean> {
  const browser = findBrowser();
  await build();
  return runStep("browser journeys", bin("playwright"), ["test"], { FOYER_TEST_BROWSER: browser });
}

await main();
