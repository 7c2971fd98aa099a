import { afterEach, expect, test, vi } from "vitest";
import { zoneChoice } from "./zone-choice";

afterEach(() => vi.unstubAllGlobals());

function storageOf(stored: Map<string, string>) {
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  };
}

test("whose clock somebody reads by is kept in their browser, and told to the whole page", () => {
  const stored = new Map<string, string>();
  vi.stubGlobal("localStorage", storageOf(stored));
  const told = vi.fn();
  const leave = zoneChoice.subscribe(told);
  expect(zoneChoice.get()).toBe("event");
  zoneChoice.set("mine");
  expect([zoneChoice.get(), stored.size, told.mock.calls.length]).toEqual(["mine", 1, 1]);
  leave();
  zoneChoice.set("event");
  expect(told).toHaveBeenCalledTimes(1);
});

test("a frame without storage keeps the choice for as long as its page is open", () => {
  const refuse = () => {
    throw new DOMException("denied", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  zoneChoice.set("mine");
  expect(zoneChoice.get()).toBe("mine");
});
