import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type ChangeBatch, ChangeBatcher, type Urgency } from "./batch-changes";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

let isHidden = false;

function batcherOf(
  apply: (batch: ChangeBatch) => Promise<unknown>,
  isUrgent: Urgency = () => false,
): ChangeBatcher {
  return new ChangeBatcher({ apply, isUrgent, isHidden: () => isHidden });
}

/** The moments, in ms, at which a storm of a change every 100 ms is handed on within half a minute. */
async function storm(
  isUrgent: Urgency,
  takesMs = 0,
): Promise<{ at: number[]; heard: Set<string> }> {
  const at: number[] = [];
  const heard = new Set<string>();
  const begun = performance.now();
  const batcher = batcherOf(async ({ topics }) => {
    at.push(performance.now() - begun);
    for (const id of topics.get("participants") ?? []) heard.add(id);
    await new Promise((resolve) => setTimeout(resolve, takesMs));
  }, isUrgent);
  for (let n = 0; n < 300; n += 1) {
    batcher.add("participants", [`ptp_${n}`]);
    await vi.advanceTimersByTimeAsync(100);
  }
  await vi.advanceTimersByTimeAsync(20_000);
  batcher.stop();
  return { at, heard };
}

test("the first change is handed on at once, and under constant change the gap grows to 2 s", async () => {
  const { at, heard } = await storm(() => false);
  const gaps = at.slice(1).map((ms, n) => ms - (at[n] ?? 0));
  expect(at[0]).toBeLessThanOrEqual(100);
  expect(gaps[0]).toBeLessThan(700);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(2_400);
  expect(at.length).toBeLessThanOrEqual(20);
  expect(at.length).toBeGreaterThan(12);
  expect(heard.size).toBe(300);
});

test("what somebody sees is handed on within 1.2 s, and 36 times in half a minute at the most", async () => {
  const { at } = await storm(() => true);
  const gaps = at.slice(1).map((ms, n) => ms - (at[n] ?? 0));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(1_200);
  expect(at.length).toBeLessThanOrEqual(36);
});

test("one change that somebody sees does not wait for the turn of the others", async () => {
  const at: number[] = [];
  const batcher = batcherOf(
    async () => at.push(performance.now()),
    (_, ids) => ids.includes("ptp_seen"),
  );
  for (let n = 0; n < 100; n += 1) {
    batcher.add("participants", [`ptp_${n}`]);
    await vi.advanceTimersByTimeAsync(100);
  }
  const last = at.at(-1) ?? 0;
  await vi.advanceTimersByTimeAsync(Math.max(0, last + 1_200 - performance.now()));
  const count = at.length;
  batcher.add("participants", ["ptp_seen"]);
  await vi.advanceTimersByTimeAsync(1);
  expect(at.length).toBe(count + 1);
});

test("answers that take long are asked for less often", async () => {
  const { at } = await storm(() => true, 1_500);
  const gaps = at.slice(1).map((ms, n) => ms - (at[n] ?? 0));
  expect(Math.min(...gaps.slice(1))).toBeGreaterThan(1_500 * 2.5);
});

test("pages that hear the same do not ask at the same moment", async () => {
  const moments = new Set<number>();
  for (let page = 0; page < 20; page += 1) {
    const batcher = batcherOf(async () => moments.add(Math.round(performance.now())));
    batcher.add("program", []);
  }
  await vi.advanceTimersByTimeAsync(500);
  expect(moments.size).toBeGreaterThan(5);
});

test("nobody fetches for a page that is hidden, until somebody looks at it", async () => {
  const batches: ChangeBatch[] = [];
  const batcher = batcherOf(async (batch) => batches.push(batch));
  isHidden = true;
  batcher.add("participants", ["ptp_1"]);
  batcher.add("program", []);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(batches).toEqual([]);
  isHidden = false;
  batcher.look();
  await vi.advanceTimersByTimeAsync(100);
  expect(batches.map(({ topics }) => [...topics.keys()])).toEqual([["participants", "program"]]);
});

test("a batch waits for the one before it, however long that takes", async () => {
  let finish = () => {};
  let runs = 0;
  const batcher = batcherOf(() => {
    runs += 1;
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  });
  batcher.add("sync", []);
  await vi.advanceTimersByTimeAsync(100);
  batcher.add("sync", []);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(runs).toBe(1);
  finish();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(runs).toBe(2);
});

test("changes without ids mean any, whatever else was named", async () => {
  const batches: ChangeBatch[] = [];
  const batcher = batcherOf(async (batch) => batches.push(batch));
  batcher.add("participants", ["ptp_1"]);
  batcher.add("participants", []);
  batcher.add("participants", ["ptp_2"]);
  await vi.advanceTimersByTimeAsync(100);
  expect(batches[0]?.topics.get("participants")).toBe("any");
});

test("after the end nothing is handed on", async () => {
  let runs = 0;
  const batcher = batcherOf(async () => {
    runs += 1;
  });
  batcher.addAll();
  batcher.stop();
  batcher.addAll();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs).toBe(0);
});

test("nor is what was gathered while the last batch was under way when the end came", async () => {
  const { promise, resolve: finish } = Promise.withResolvers<void>();
  const apply = vi.fn(() => promise);
  const batcher = batcherOf(apply);
  batcher.addAll();
  await vi.advanceTimersByTimeAsync(100);
  batcher.addAll();
  batcher.stop();
  finish();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(apply).toHaveBeenCalledOnce();
});
