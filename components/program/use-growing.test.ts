import { expect, test } from "vitest";
import { firstOf } from "./use-growing";

test("the first rows of all groups together, and where each group begins", () => {
  const groups = [
    { key: "a", activities: [1, 2, 3] },
    { key: "b", activities: [4, 5] },
    { key: "c", activities: [6] },
  ];
  expect(firstOf(groups, 4)).toEqual([
    { key: "a", begins: 0, activities: [1, 2, 3] },
    { key: "b", begins: 3, activities: [4] },
    { key: "c", begins: 5, activities: [] },
  ]);
  expect(firstOf(groups, 100).map(({ activities }) => activities)).toEqual(
    groups.map(({ activities }) => activities),
  );
});
