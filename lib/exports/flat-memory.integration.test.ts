import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** A small heap, so that what is left lying about does not pass for what is kept. */
const NODE = ["--max-old-space-size=96", "--max-semi-space-size=4", "--import", "tsx"];

function measure(format: string, rows: number): { bytes: number; most: number } {
  const script = "testing/measure-file.ts";
  const said = execFileSync(process.execPath, [...NODE, script, format, String(rows)]);
  return JSON.parse(said.toString());
}

test.each(["csv", "xlsx"])(
  "a %s file of 100,000 rows takes hardly more memory than one of 10,000",
  (format) => {
    const small = measure(format, 10_000);
    const large = measure(format, 100_000);
    expect(large.bytes).toBeGreaterThan(9 * small.bytes);
    expect(large.most / small.most).toBeLessThan(1.4);
  },
  120_000,
);
