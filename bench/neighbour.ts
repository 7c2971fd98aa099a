import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { percentile } from "./statistics";

export type Question = { url: string; cookie: string };
export type Waited = { ms: number; status: number };

/** What somebody at another event waits for, and how often they were answered 5xx. */
export type Waits = { p95: number; most: number; count: number; broken: number };

/**
 * Somebody of another event who asks a question after the other, ten a second, for as long as `work` takes. They ask
 * from a thread of their own: what they wait for is theirs, and not the bench's.
 */
export async function besideNeighbour<T>(
  questions: readonly Question[],
  work: () => Promise<T>,
): Promise<{ done: T; waits: Waits }> {
  const thread = new Worker(new URL("./neighbour-thread.ts", import.meta.url), {
    workerData: { questions },
  });
  try {
    await once(thread, "online");
    const done = await work();
    thread.postMessage("over");
    const [waited] = (await once(thread, "message")) as [Waited[]];
    const ms = waited.map((each) => each.ms);
    const broken = waited.filter(({ status }) => status >= 500).length;
    return {
      done,
      waits: { p95: percentile(ms, 0.95), most: Math.max(...ms), count: ms.length, broken },
    };
  } finally {
    await thread.terminate();
  }
}
