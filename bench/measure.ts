/** One line of the table at the end. `ratio` is ours / theirs; null where only an absolute counts. */
export type Measure = {
  measure: string;
  ours: string;
  /** The other side of the race, or the bound that nobody can beat. */
  theirs: string;
  ratio: number;
  /** `ratio` must be at least, or at most, this much; null for a number that is only shown. */
  goal: { atLeast: number } | { atMost: number } | null;
  /** What must hold besides the ratio. */
  holds?: boolean;
};

export function isMet({ ratio, goal, holds = true }: Measure): boolean {
  if (!holds) return false;
  if (goal === null) return true;
  return "atLeast" in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;
}
