import { expect, test } from "vitest";
import { nextIndex } from "./use-grid-keys";

test.each([
  ["ArrowDown", -1, 0],
  ["k", -1, 0],
  ["j", 3, 4],
  ["ArrowUp", 0, 0],
  ["ArrowDown", 9, 9],
  ["PageDown", 4, 9],
  ["PageUp", 4, 0],
])("%s from row %d of ten leads to %d", (key, at, to) => {
  expect(nextIndex(key, at, 10)).toBe(to);
});

test("other keys, and an empty list, lead nowhere", () => {
  expect(nextIndex("x", 3, 10)).toBeNull();
  expect(nextIndex("ArrowDown", -1, 0)).toBeNull();
});
