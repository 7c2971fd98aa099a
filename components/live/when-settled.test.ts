import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.unstubAllGlobals());

test("what waits for the page goes on once it has come as a whole and the browser is idle", async () => {
  vi.resetModules();
  const idle: (() => void)[] = [];
  const window = Object.assign(new EventTarget(), { requestIdleCallback: () => {} });
  vi.stubGlobal("window", window);
  vi.stubGlobal("document", { readyState: "loading" });
  vi.stubGlobal("requestIdleCallback", (run: () => void) => idle.push(run));
  const { whenSettled } = await import("./when-settled");
  let isSettled = false;
  const settled = whenSettled().then(() => {
    isSettled = true;
  });
  await Promise.resolve();
  expect([isSettled, idle.length]).toEqual([false, 0]);
  window.dispatchEvent(new Event("load"));
  await Promise.resolve();
  expect([isSettled, idle.length]).toEqual([false, 1]);
  idle[0]?.();
  await settled;
  expect(isSettled).toBe(true);
});
