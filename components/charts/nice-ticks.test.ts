import fc from "fast-check";
import { expect, test } from "vitest";
import { niceTicks } from "./nice-ticks";

test.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [7, [0, 2, 4, 6, 8]],
  [97, [0, 50, 100]],
  [1_204, [0, 500, 1_000, 1_500]],
])("lines for %i are at %j", (most, ticks) => {
  expect(niceTicks(most)).toEqual(ticks);
});

test("lines are whole, few, evenly apart, and nothing reaches above the last", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), (most) => {
      const ticks = niceTicks(most);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
    }),
  );
});
