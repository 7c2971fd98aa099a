/** `npm run verify`: format, lint, import directions, types and unit tests, in under a minute. */
import { bin, runStep } from "./run-step";

const steps: [string, string, string[]][] = [
  ["format, lint and import directions", bin("biome"), ["check", "--error-on-warnings", "."]],
  ["route types", bin("next"), ["typegen"]],
  ["types", bin("tsc"), ["--noEmit"]],
  ["unit tests", bin("vitest"), ["run", "--project", "unit"]],
];

for (const [title, command, args] of steps) {
  if (!(await runStep(title, command, args))) process.exit(1);
}
