import type { OverlapView } from "@/lib/program/program-view";

/** How many times two activities need one place at once: each of the two counts the other. */
export function countPairs(overlaps: readonly OverlapView[]): number {
  return Math.ceil(overlaps.reduce((sum, { count }) => sum + count, 0) / 2);
}
