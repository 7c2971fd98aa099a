import type { CriterionView } from "./review-settings-view";

/** Points by the id of their criterion. */
export type Scores = Record<string, number>;

const LOWEST = 1;
const HIGHEST = 5;

/** The points of a rating, weighed, from 1 to 5 with two decimals; null: none of a criterion there is. */
export function scoreOf(scores: Scores, criteria: readonly CriterionView[]): number | null {
  let sum = 0;
  let weights = 0;
  for (const { id, weight, scale } of criteria) {
    const points = scores[id];
    if (points === undefined) continue;
    sum += weight * (scale === "yes_no" ? (points === 1 ? HIGHEST : LOWEST) : points);
    weights += weight;
  }
  return weights === 0 ? null : Math.round((sum / weights) * 100) / 100;
}

/** Whether every criterion has its points. */
export function isComplete(scores: Scores, criteria: readonly CriterionView[]): boolean {
  return criteria.every(({ id }) => scores[id] !== undefined);
}
