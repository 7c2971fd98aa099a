import budget from "./test-budget.json" with { type: "json" };
import type { PartTime } from "./test-report";

/** A part may take half as long again before it fails. */
const TOLERANCE = 1.5;
/** A machine that does the same work so much slower than the one measured is not a quiet one. */
const QUIET = 1.15;
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
 * Why a part fails that took half as long again as its budget; null where it did not. Where the machine was
 * slower before or after it than the one that was measured, its time says nothing and is only printed.
 */
export function overBudget({ part, seconds }: PartTime, machine: number[]): string | null {
  const budgets: Record<string, number> = budget.seconds;
  const allowed = budgets[part];
  if (allowed === undefined || seconds <= allowed * TOLERANCE) return null;
  const sentence = `${part} took ${seconds.toFixed(0)} s, its budget is ${allowed} s.`;
  if (machine.every((ms) => ms <= budget.reference_ms * QUIET)) return sentence;
  console.log(`── ${sentence} The machine was busy, or is a slower one: not counted.`);
  return null;
}
