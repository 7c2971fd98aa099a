import { setTimeout as sleep } from "node:timers/promises";
import { logOf } from "@/lib/log";

export type Loop = {
  /** Runs the work at once, or again right after the run under way. */
  wake(): void;
  /** Lets the run under way finish. */
  stop(): Promise<void>;
};

/**
 * Runs `work` over and over, one run at a time: when woken, and after `everyMs` without being woken. A
 * run that fails is logged and tried again with the next.
 */
export function startLoop(
  name: string,
  everyMs: number,
  work: (signal: AbortSignal) => Promise<unknown>,
): Loop {
  const stop = new AbortController();
  let nap = new AbortController();
  let isWoken = false;

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      isWoken = false;
      try {
        await work(stop.signal);
      } catch (error) {
        logOf("worker").warn({ err: error, loop: name }, "a run failed; will try again");
        isWoken = false;
      }
      if (isWoken || stop.signal.aborted) continue;
      nap = new AbortController();
      await sleep(everyMs, undefined, { signal: nap.signal }).catch(() => {});
    }
  }

  const running = run();
  const wake = () => {
    isWoken = true;
    nap.abort();
  };
  return {
    wake,
    stop: async () => {
      stop.abort();
      wake();
      await running;
    },
  };
}
