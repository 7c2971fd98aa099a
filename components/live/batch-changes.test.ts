import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type ChangeBatch, ChangeBatcher } from "./batch-changes";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("the first change is handed on at once, a storm four times a second at the most", async () => {
  const batches: ChangeBatch[] = [];
  const batcher = new ChangeBatcher(async (batch) => batches.push(batch));
  for (let ms = 0; ms < 1_000; ms += 10) {
    batcher.add("participants", [`ptp_${ms}`]);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(batches.length).toBeGreaterThanOrEqual(4);
  expect(batches.length).toBeLessThanOrEqual(5);
  const heard = batches.flatMap((batch) => [...(batch.topics.get("participants") ?? [])]);
  expect(new Set(heard).size).toBe(100);
});

test("a batch waits for the one before it, however long that takes", async () => {
  let finish = () => {};
  let runs = 0;
  const batcher = new ChangeBatcher(() => {
    runs += 1;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  batcher.add("sync", []);
  await vi.advanceTimersByTimeAsync(0);
  batcher.add("sync", []);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(runs).toBe(1);
  finish();
  await vi.advanceTimersByTimeAsync(250);
  expect(runs).toBe(2);
});

test("changes without ids mean any, whatever else was named", async () => {
  const batches: ChangeBatch[] = [];
  const batcher = new ChangeBatcher(async (batch) => batches.push(batch));
  batcher.add("participants", ["ptp_1"]);
  batcher.add("participants", []);
  batcher.add("participants", ["ptp_2"]);
  await vi.advanceTimersByTimeAsync(0);
  expect(batches[0]?.topics.get("participants")).toBe("any");
});

test("after the end nothing is handed on", async () => {
  let runs = 0;
  const batcher = new ChangeBatcher(async () => {
    runs += 1;
  });
  batcher.addAll();
  batcher.stop();
  batcher.addAll();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs).toBe(0);
});
