import { expect, test } from "vitest";
import { keepRunning, type Running } from "./keep-running";

/** Something that ends when it is told to. */
function aProcess(): Running & { end: (reason: string) => void } {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { ended: promise, end: resolve };
}

function setUp(startAgain: (started: number) => Running | Error) {
  const lines: string[] = [];
  const stop = new AbortController();
  const first = aProcess();
  let started = 0;
  const kept = keepRunning({
    name: "The worker",
    first,
    startAgain: async () => {
      started += 1;
      const next = startAgain(started);
      if (next instanceof Error) throw next;
      return next;
    },
    log: "worker.log",
    say: (line) => lines.push(line),
    signal: stop.signal,
    firstDelayMs: 1,
  });
  return { lines, stop, first, kept, started: () => started };
}

test("what ends is started again, and the reason is said", async () => {
  const second = aProcess();
  const { lines, stop, first, kept } = setUp(() => second);
  first.end("killed by SIGKILL");
  await expect
    .poll(() => lines)
    .toEqual([
      "The worker ended (killed by SIGKILL). It starts again in 0.001 s; worker.log says more.",
      "The worker runs again.",
    ]);
  stop.abort();
  expect(await kept).toBeNull();
});

test("a start that fails counts as a crash, and delays grow", async () => {
  const last = aProcess();
  const { lines, stop, first, kept } = setUp((started) =>
    started < 3 ? new Error("the port is taken") : last,
  );
  first.end("exit code 1");
  await expect.poll(() => lines.at(-1)).toBe("The worker runs again.");
  expect(lines.slice(0, 3).map((line) => /again in ([\d.]+) s/.exec(line)?.[1])).toEqual([
    "0.001",
    "0.002",
    "0.004",
  ]);
  stop.abort();
  expect(await kept).toBeNull();
});

test("after five crashes within a minute nothing is tried any more", async () => {
  const { first, kept, started } = setUp(() => new Error("out of memory"));
  first.end("exit code 134");
  expect(await kept).toBe(
    "The worker ended 5 times within a minute, the last time with out of memory. worker.log says why.",
  );
  expect(started()).toBe(4);
});

test("what ends because everything stops is not started again", async () => {
  const { stop, first, kept, started } = setUp(() => new Error("never"));
  stop.abort();
  first.end("exit code 0");
  expect(await kept).toBeNull();
  expect(started()).toBe(0);
});
