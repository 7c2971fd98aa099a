import { afterEach, expect, test, vi } from "vitest";
import { readErasures, rememberErasure } from "./remembered-erasures";

function stubStorage(kept: string | null): Map<string, string> {
  const items = new Map(kept === null ? [] : [["foyer-erasures", kept]]);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
  });
  return items;
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  "[]",
  "null",
  "7",
  '"text"',
  "{",
  '{"evt_a":{"id":1}}',
  `{"evt_a":"${"x".repeat(101)}"}`,
])("what somebody else wrote there is nothing: %s", (kept) => {
  stubStorage(kept);
  expect(readErasures()).toEqual({});
});

test("an erasure is found again, among the fifty newest", () => {
  stubStorage(null);
  for (let n = 0; n < 60; n += 1) rememberErasure(`evt_${n}`, `era_${n}`);
  expect(Object.keys(readErasures())).toHaveLength(50);
  expect(readErasures()).toMatchObject({ evt_59: "era_59", evt_10: "era_10" });
});
