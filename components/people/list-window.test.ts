import { expect, test } from "vitest";
import { isWithinReach, windowAbove, windowStart } from "./list-window";

test.each([
  [0, 0],
  [30, 0],
  [79, 0],
  [80, 50],
  [1_200, 1_150],
])("who goes to row %d gets whole pages from row %d on", (index, start) => {
  expect(windowStart(index)).toBe(start);
});

test("what is above the loaded rows is out of reach, what follows them closely is not", () => {
  const loaded = { from: 100, end: 150 };
  expect([99, 100, 249, 250].map((index) => isWithinReach(index, loaded))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("near their top the loaded rows begin anew, higher up; at the top of the list they do not", () => {
  expect(windowAbove(220, { from: 200, end: 300 })).toBeNull();
  expect(windowAbove(219, { from: 200, end: 300 })).toBe(100);
  expect(windowAbove(60, { from: 50, end: 100 })).toBe(0);
  expect(windowAbove(3, { from: 0, end: 50 })).toBeNull();
});
