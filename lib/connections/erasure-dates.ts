import type { ErasureRule } from "./connection-states";

const DAY_MS = 86_400_000;
/** The contract's deadline (1.6). */
const DEADLINE_DAYS = 30;
/** An erasure begins at least so long before its deadline, where there is the time: it may fail first. */
const SPARE_DAYS = 3;

export type DatedEnd = {
  endedAt: Date;
  rule: ErasureRule;
  /** Revento's own deadline, where it named one. */
  deadlineAt?: Date | undefined;
};

/**
 * When what an end leaves behind is to be erased, and by when it must be: `eraseAfterDays` after the end
 * where Revento asks for it, else as late as is safe; due 30 days after the end (contract 1.6), or earlier
 * by Revento's own word.
 */
export function erasureDatesOf(
  { endedAt, rule, deadlineAt }: DatedEnd,
  eraseAfterDays: number,
): { plannedAt: Date; dueAt: Date } {
  const dueAt = earlier(daysAfter(endedAt, DEADLINE_DAYS), deadlineAt);
  const latest = daysAfter(dueAt, -SPARE_DAYS);
  const wanted = rule === "required" ? daysAfter(endedAt, eraseAfterDays) : latest;
  const plannedAt = earlier(wanted, latest);
  return { dueAt, plannedAt: plannedAt < endedAt ? earlier(endedAt, dueAt) : plannedAt };
}

function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

function earlier(one: Date, other: Date | undefined): Date {
  return other && other < one ? other : one;
}
