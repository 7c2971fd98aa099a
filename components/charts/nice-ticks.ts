/**
 * Whole numbers from 0 up to the first that is no less than `most`, a few of them and round: what the
 * lines behind a chart stand for.
 */
export function niceTicks(most: number, wanted = 4): number[] {
  const rough = Math.max(most, 1) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? 1;
  const whole = Math.max(1, step);
  const count = Math.max(1, Math.ceil(most / whole));
  return Array.from({ length: count + 1 }, (_, at) => at * whole);
}
