import { expect, test } from "vitest";
import { overBudget } from "./test-budget";
import budget from "./test-budget.json" with { type: "json" };

const part = (seconds: number) => ({ part: "system", seconds, isPassed: true });
const QUIET = [budget.reference_ms, budget.reference_ms];
const allowed = budget.seconds.system;

test("a part that takes half as long again as its budget fails on a quiet machine", () => {
  expect(overBudget(part(allowed * 1.49), QUIET)).toBeNull();
  expect(overBudget(part(allowed * 1.51), QUIET)).toContain("system took");
});

test("on a machine that was slower before or after, a time says nothing", () => {
  const busy = [budget.reference_ms, budget.reference_ms * 2];
  expect(overBudget(part(allowed * 9), busy)).toBeNull();
  expect(overBudget({ part: "new", seconds: 9_999, isPassed: true }, QUIET)).toBeNull();
});
