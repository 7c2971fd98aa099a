/** `npm run verify`: format, lint, import directions, types and unit tests, in under a minute. */
import { bin, runStep } from "./run-step";
import { reportOf } from "./test-report";

const steps: [string, string, string[]][] = [
  ["format, lint and import directions", bin("biome"), ["check", "--error-on-warnings", "."]],
  ["route types", bin("next"), ["typegen"]],
  ["types", bin("tsc"), ["--noEmit"]],
  ["unit tests", bin("vitest"), ["run", "--project", "unit", ...reportOf("verify").vitest]],
];

for (const [title, command, args] of steps) {
  if (!(await runStep(title, command, args))) process.exit(1);
}
