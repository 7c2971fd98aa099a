/** So far apart, of four points that there can be, people have read different applications. */
const WIDE_SPREAD = 2;

export const isWide = (spread: number | null): boolean => spread !== null && spread >= WIDE_SPREAD;

/** A score as people read it: one decimal, and two only where the second says something. */
export function scoreWord(score: number): string {
  return score.toLocaleString("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 2 });
}
