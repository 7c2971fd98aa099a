/** `npm run verify`: format, lint, layers, dead code, types and unit tests, in under a minute. */
import { bin, runStep } from "./run-step";
import { reportOf } from "./test-report";

const steps: [string, string, string[]][] = [
  ["format and lint", bin("biome"), ["check", "--error-on-warnings", "."]],
  ["layers", bin("node"), ["--import", "tsx", "scripts/layers/main.ts"]],
  ["dead code", bin("knip"), ["--no-config-hints"]],
  ["route types", bin("next"), ["typegen"]],
  // What is remembered of the run before has hidden errors.
  ["types", bin("tsc"), ["--noEmit", "--incremental", "false"]],
  ["unit tests", bin("vitest"), ["run", "--project", "unit", ...reportOf("verify").vitest]],
];

for (const [title, command, args] of steps) {
  if (!(await runStep(title, command, args))) process.exit(1);
}
