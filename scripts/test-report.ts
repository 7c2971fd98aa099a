import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

/** Where runners leave their results, from the root of the checkout. */
export const RESULTS = "test-results";
const SLOWEST = 10;

const Vitest = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          duration: z.number().nullish(),
        }),
      ),
    }),
  ),
});

const Spec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({ status: z.string(), results: z.array(z.object({ duration: z.number() })) }),
  ),
});
type Suite = { specs?: z.output<typeof Spec>[] | undefined; suites?: Suite[] | undefined };
const Suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(Spec).optional(), suites: z.array(Suite).optional() }),
);

export type TestTime = {
  part: string;
  file: string;
  name: string;
  ms: number;
  outcome: "passed" | "failed" | "skipped";
  /** Passed at the second try only. */
  isFlaky: boolean;
};
export type PartTime = { part: string; seconds: number; isPassed: boolean };

const OUTCOMES: Record<string, TestTime["outcome"]> = {
  passed: "passed",
  expected: "passed",
  flaky: "passed",
  failed: "failed",
  unexpected: "failed",
};

/** The file that a part's runner writes, and the arguments that make Vitest write it. */
export function reportOf(part: string): { file: string; vitest: string[] } {
  const file = path.join(RESULTS, `${part}.json`);
  return { file, vitest: ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`] };
}

/** The tests of one part as its runner wrote them; none where it wrote nothing. */
export async function readTests(part: string): Promise<TestTime[]> {
  const text = await readFile(reportOf(part).file, "utf8").catch(() => null);
  if (text === null) return [];
  const json: unknown = JSON.parse(text);
  const vitest = Vitest.safeParse(json);
  return vitest.success ? ofVitest(part, vitest.data) : ofPlaywright(part, Suite.parse(json));
}

function ofVitest(part: string, { testResults }: z.output<typeof Vitest>): TestTime[] {
  return testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, status, duration }) => ({
      part,
      file: path.relative(process.cwd(), file),
      name: fullName,
      ms: Math.round(duration ?? 0),
      outcome: OUTCOMES[status] ?? "skipped",
      isFlaky: false,
    })),
  );
}

function ofPlaywright(part: string, { specs = [], suites = [] }: Suite): TestTime[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests.map(({ status, results }) => ({
      part,
      file,
      name: title,
      ms: Math.round(results.reduce((sum, { duration }) => sum + duration, 0)),
      outcome: OUTCOMES[status] ?? "skipped",
      isFlaky: status === "flaky",
    })),
  );
  return [...own, ...suites.flatMap((suite) => ofPlaywright(part, suite))];
}

/** Prints the time of each part, the slowest tests and one closing line, and keeps them in times.json. */
export async function report(parts: PartTime[]): Promise<void> {
  const tests = (await Promise.all(parts.map(({ part }) => readTests(part)))).flat();
  const slowest = tests.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  const flaky = tests.filter(({ isFlaky }) => isFlaky);
  await mkdir(RESULTS, { recursive: true });
  const kept = JSON.stringify({ parts, slowest, flaky, tests }, null, 2);
  await writeFile(path.join(RESULTS, "times.json"), `${kept}\n`);

  console.log("\n── time by part");
  for (const { part, seconds, isPassed } of parts) {
    console.log(
      `   ${part.padEnd(12)} ${seconds.toFixed(0).padStart(5)} s${isPassed ? "" : "  FAILED"}`,
    );
  }
  console.log("\n── the slowest tests");
  for (const { ms, file, name } of slowest) {
    console.log(`   ${(ms / 1_000).toFixed(1).padStart(6)} s  ${file}: ${name.slice(0, 100)}`);
  }
  for (const { file, name } of flaky) console.log(`   needed a second try: ${file}: ${name}`);
  const count = (outcome: string) => tests.filter((each) => each.outcome === outcome).length;
  console.log(
    `\n${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`,
  );
}
