import { setTimeout as sleep } from "node:timers/promises";

/** Asks every 50 ms until there is an answer. Throws after `withinMs`, or when the signal aborts. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined>,
  withinMs: number,
  signal: AbortSignal,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    const answer = await ask();
    if (answer !== null && answer !== undefined) return answer;
    await sleep(50, undefined, { signal });
  }
  throw new Error(`${what}: not within ${Math.round(withinMs / 1_000)} s`);
}
