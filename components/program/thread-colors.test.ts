import { expect, test } from "vitest";
import { countPairs } from "./count-pairs";
import { colorsOf } from "./thread-colors";

test("threads have different colours as long as there are any, and then begin again", () => {
  const threads = Array.from({ length: 10 }, (_, at) => ({ threadId: `thr_${at}` }));
  const colors = [...colorsOf(threads).values()];
  expect(new Set(colors).size).toBe(8);
  expect(colors[8]).toBe(colors[0]);
});

test("an overlap of two activities is one, and of three is three", () => {
  const overlap = (activityId: string, count: number) => ({ activityId, count, first: [] });
  expect(countPairs([overlap("a", 1), overlap("b", 1)])).toBe(1);
  expect(countPairs([overlap("a", 2), overlap("b", 2), overlap("c", 2)])).toBe(3);
  expect(countPairs([])).toBe(0);
});
