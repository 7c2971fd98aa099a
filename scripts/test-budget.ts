import budget from "./test-budget.json" with { type: "json" };
import type { PartTime } from "./test-report";

/** A part may take half as long again before it fails. */
const TOLERANCE = 1.5;
/** A machine that does the same work so much slower than the one measured is not a quiet one. */
const QUIET = 1.3;
const ROUNDS = 3;

/** How long a fixed piece of work takes on one core here, in ms: the best of three. */
export function measureMachine(): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now();
    let sum = 0;
    for (let n = 1; n < 60_000_000; n += 1) sum = (sum * 31 + n) % 1_000_003;
    return sum < 0 ? Number.NaN : performance.now() - begin;
  });
  return Math.min(...times);
}

/**
 * The parts that took half as long again as their budget, in sentences. None where the machine was slower
 * at the beginning or the end of the run than the one that was measured: then their times say nothing.
 */
export function partsOverBudget(parts: PartTime[], machine: readonly number[]): string[] {
  const budgets: Record<string, number> = budget.seconds;
  const over = parts.flatMap(({ part, seconds }) => {
    const allowed = budgets[part];
    if (allowed === undefined || seconds <= allowed * TOLERANCE) return [];
    return [`${part} took ${seconds.toFixed(0)} s, its budget is ${allowed} s.`];
  });
  const isQuiet = machine.every((ms) => ms <= budget.reference_ms * QUIET);
  if (over.length > 0 && !isQuiet) {
    console.log(`   Over budget on a machine that is busy or slow: ${over.join(" ")}`);
    return [];
  }
  return over;
}
