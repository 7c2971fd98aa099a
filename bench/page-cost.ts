import { gzipSync } from "node:zlib";
import { cpuSeconds } from "./cpu-seconds";
import type { Measure } from "./measure";
import type { BenchFoyer } from "./start-bench-foyer";

/** Processor time of the web process for one page, and its bytes, as they are. */
type Goal = { path: string; ms: number; kb?: number };

const PAGES: Record<string, Goal> = {
  front: { path: "", ms: 6 },
  program: { path: "/program", ms: 15, kb: 120 },
  agenda: { path: "/agenda", ms: 10 },
  me: { path: "/me", ms: 10 },
};
const AT_ONCE = 4;

/** What each page of a portal costs somebody who is signed in, asked for `times` times. */
export async function pageCosts(
  { appUrl, parts }: Pick<BenchFoyer, "appUrl" | "parts">,
  eventId: string,
  cookie: string,
  times: number,
): Promise<Measure[]> {
  const askerOf = (path: string) => async (): Promise<string> =>
    (await fetch(`${appUrl}/portal/${eventId}${path}`, { headers: { cookie } })).text();
  // All of them before the first is measured: they share code that runs slower at first.
  for (const { path } of Object.values(PAGES)) await askTimes(askerOf(path), times / 2);
  const measures: Measure[] = [];
  for (const [name, goal] of Object.entries(PAGES)) {
    const ask = askerOf(goal.path);
    const text = await ask();
    const before = cpuSeconds(parts.web.pid);
    await askTimes(ask, times);
    const after = cpuSeconds(parts.web.pid);
    const kb = Buffer.byteLength(text) / 1_000;
    const gzipped = gzipSync(text).length / 1_000;
    if (before !== null && after !== null) {
      const ms = ((after - before) * 1_000) / times;
      measures.push(costOf(`${name} page: processor time of the web process`, ms, goal.ms, "ms"));
    }
    const what = `${name} page: size (${gzipped.toFixed(0)} KB after gzip)`;
    if (goal.kb !== undefined) measures.push(costOf(what, kb, goal.kb, "KB"));
  }
  return measures;
}

async function askTimes(ask: () => Promise<unknown>, times: number): Promise<void> {
  let left = times;
  const asking = async () => {
    for (; left > 0; left -= 1) await ask();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asking));
}

function costOf(measure: string, value: number, most: number, unit: string): Measure {
  return {
    measure,
    ours: `${value.toFixed(1)} ${unit}`,
    theirs: `${most} ${unit} (bound)`,
    ratio: value / most,
    goal: { atMost: 1 },
  };
}
