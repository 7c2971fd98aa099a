import type { BenchRun } from "./bench-run";
import { median } from "./statistics";

const PAIRS = 5;

/** Both sides in one run, ours first in each pair; what the machine does besides hits both alike. */
export type Race = { ours: number; theirs: number; ratio: number; ratios: number[] };

/** Runs A-B-A-B for five pairs, one in a smoke run. Answers the medians, and the median of the pairs' ratios. */
export async function race(
  { isSmoke }: BenchRun,
  ours: (pair: number) => Promise<number>,
  theirs: (pair: number) => Promise<number>,
): Promise<Race> {
  const pairs: { ours: number; theirs: number }[] = [];
  for (let pair = 0; pair < (isSmoke ? 1 : PAIRS); pair += 1) {
    pairs.push({ ours: await ours(pair), theirs: await theirs(pair) });
  }
  const ratios = pairs.map((pair) => pair.ours / pair.theirs);
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    theirs: median(pairs.map((pair) => pair.theirs)),
    ratio: median(ratios),
    ratios,
  };
}
