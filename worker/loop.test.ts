import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { startLoop } from "./loop";

test("a woken worker runs at once, and again when it was woken during a run", async () => {
  let runs = 0;
  const loop = startLoop("test", 60_000, async () => {
    runs += 1;
    await sleep(20);
  });
  await sleep(5);
  loop.wake();
  loop.wake();
  await sleep(60);
  expect(runs).toBe(2);
  loop.wake();
  await sleep(5);
  expect(runs).toBe(3);
  await loop.stop();
});

test("a worker that nobody wakes looks by itself", async () => {
  let runs = 0;
  const loop = startLoop("test", 10, async () => {
    runs += 1;
  });
  await sleep(100);
  await loop.stop();
  expect(runs).toBeGreaterThan(3);
});

test("stopping lets the run under way finish, and no other begins", async () => {
  const seen: string[] = [];
  const loop = startLoop("test", 1, async (signal) => {
    seen.push("begun");
    await sleep(30);
    seen.push(signal.aborted ? "finished, knowing of the stop" : "finished");
  });
  await sleep(10);
  await loop.stop();
  await sleep(20);
  expect(seen).toEqual(["begun", "finished, knowing of the stop"]);
});
