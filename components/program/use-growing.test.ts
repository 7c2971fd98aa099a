import { expect, test } from "vitest";
import { firstOf } from "./use-growing";

test("the first rows of all groups together, and where each group begins", () => {
  const groups = [
    { key: "a", activities: [1, 2, 3] },
    { key: "b", activities: [4, 5] },
    { key: "c", activities: [6] },
  ];
  expect(firstOf(groups, 4)).toEqual([
    { key: "a", begins: 0, isReached: true, activities: [1, 2, 3] },
    { key: "b", begins: 3, isReached: true, activities: [4] },
    { key: "c", begins: 5, isReached: false, activities: [] },
  ]);
  const empty = { key: "d", activities: [] };
  expect(firstOf([...groups, empty], 6).at(-1)?.isReached).toBe(true);
  expect(firstOf([...groups, empty], 5).at(-1)?.isReached).toBe(false);
  expect(firstOf(groups, 100).map(({ activities }) => activities)).toEqual(
    groups.map(({ activities }) => activities),
  );
});
