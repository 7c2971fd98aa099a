import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { startLoop } from "./loop";

test("a woken worker runs at once, and once more when it was woken during a run", async () => {
  const underWay: PromiseWithResolvers<void>[] = [];
  const loop = startLoop("test", 60_000, () => {
    const run = Promise.withResolvers<void>();
    underWay.push(run);
    return run.promise;
  });
  await expect.poll(() => underWay).toHaveLength(1);
  loop.wake();
  loop.wake();
  underWay[0]?.resolve();
  await expect.poll(() => underWay).toHaveLength(2);
  underWay[1]?.resolve();
  await sleep(10);
  expect(underWay).toHaveLength(2);
  loop.wake();
  await expect.poll(() => underWay).toHaveLength(3);
  underWay[2]?.resolve();
  await loop.stop();
});

test("a worker that nobody wakes looks by itself", async () => {
  let runs = 0;
  const loop = startLoop("test", 10, async () => {
    runs += 1;
  });
  await expect.poll(() => runs).toBeGreaterThan(3);
  await loop.stop();
});

test("stopping lets the run under way finish, and no other begins", async () => {
  const seen: string[] = [];
  const run = Promise.withResolvers<void>();
  const loop = startLoop("test", 1, async (signal) => {
    seen.push("begun");
    await run.promise;
    seen.push(signal.aborted ? "finished, knowing of the stop" : "finished");
  });
  await expect.poll(() => seen).toHaveLength(1);
  const stopped = loop.stop();
  run.resolve();
  await stopped;
  await sleep(20);
  expect(seen).toEqual(["begun", "finished, knowing of the stop"]);
});
