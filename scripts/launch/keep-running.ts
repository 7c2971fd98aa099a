import { setTimeout as sleep } from "node:timers/promises";

const FIRST_DELAY_MS = 500;
const MOST_CRASHES = 5;
const WITHIN_MS = 60_000;

/** Something that runs until it ends by itself, for a reason that fits into "ended (…)". */
export type Running = { ended: Promise<string> };

type Options = {
  name: string;
  first: Running;
  /** Starts it again. Aborting the signal makes it give up. */
  startAgain: (signal: AbortSignal) => Promise<Running>;
  /** Where somebody finds out more. */
  log: string;
  say: (line: string) => void;
  /** Aborted: nothing is started any more. */
  signal: AbortSignal;
  firstDelayMs?: number;
};

/**
 * Starts a process again whenever it ends, after a delay that doubles with each crash of the last minute.
 * Resolves with a sentence after five crashes within a minute, and with null once the signal is aborted
 * and no start is under way.
 */
export async function keepRunning(options: Options): Promise<string | null> {
  const { name, log, say, signal, firstDelayMs = FIRST_DELAY_MS } = options;
  const crashes: number[] = [];
  let running: Running | null = options.first;
  for (let reason = await endOf(running, signal); !signal.aborted; ) {
    crashes.push(performance.now());
    const recent = crashes.filter((at) => performance.now() - at < WITHIN_MS).length;
    if (recent >= MOST_CRASHES) {
      return `${name} ended ${recent} times within a minute, the last time with ${reason}. ${log} says why.`;
    }
    const delay = firstDelayMs * 2 ** (recent - 1);
    say(`${name} ended (${reason}). It starts again in ${delay / 1_000} s; ${log} says more.`);
    await sleep(delay, undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    running = await options.startAgain(signal).catch((error: unknown) => {
      reason = error instanceof Error ? error.message : String(error);
      return null;
    });
    if (!running) continue;
    if (!signal.aborted) say(`${name} runs again.`);
    reason = await endOf(running, signal);
  }
  return null;
}

/** Waits for an end, but for no longer than anybody wants to know of it. */
function endOf({ ended }: Running, signal: AbortSignal): Promise<string> {
  if (signal.aborted) return Promise.resolve("");
  const aborted = new Promise<string>((resolve) => {
    signal.addEventListener("abort", () => resolve(""), { once: true });
  });
  return Promise.race([ended, aborted]);
}
