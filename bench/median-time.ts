import { median } from "./statistics";

/** Milliseconds of one call, the median of `times` in a row. */
export async function medianTime(work: () => Promise<unknown>, times: number): Promise<number> {
  const durations: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    await work();
    durations.push(performance.now() - start);
  }
  return median(durations);
}
