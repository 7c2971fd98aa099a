import { setTimeout as sleep } from "node:timers/promises";

/**
 * Asks again and again until `isTrue` holds, and answers the value; after `withinMs` it throws the
 * last value, so that a failed wait says what was there instead.
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  isTrue: (value: T) => boolean,
  withinMs: number,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  let last: T | Error;
  do {
    last = await ask().catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );
    if (!(last instanceof Error) && isTrue(last)) return last;
    await sleep(100);
  } while (Date.now() < deadline);
  if (last instanceof Error) throw last;
  throw new Error(`not within ${withinMs} ms; the last answer was ${JSON.stringify(last)}`);
}
