import { WIDE_SPREAD } from "@/lib/reviews/rating-view";

export const isWide = (spread: number | null): boolean => spread !== null && spread >= WIDE_SPREAD;

/** A score as people read it: one decimal, and two only where the second says something. */
export function scoreWord(score: number): string {
  return score.toLocaleString("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 2 });
}
