import { expect, test } from "vitest";
import { between, countPicked, isPicked, NOBODY, pick } from "./pick-rows";

test("rows are picked one by one, and once", () => {
  const two = pick(pick(NOBODY, ["a"], true), ["a", "b"], true);
  expect(two).toEqual({ ids: ["a", "b"] });
  expect(pick(two, ["a"], false)).toEqual({ ids: ["b"] });
  expect(countPicked(two, null)).toBe(2);
});

test("of everybody, those who are left out are not counted", () => {
  const butOne = pick({ allBut: [] }, ["a"], false);
  expect(butOne).toEqual({ allBut: ["a"] });
  expect(isPicked(butOne, "a")).toBe(false);
  expect(isPicked(butOne, "never loaded")).toBe(true);
  expect(countPicked(butOne, 12_345)).toBe(12_344);
  expect(pick(butOne, ["a"], true)).toEqual({ allBut: [] });
});

test("how many everybody is, is not claimed before it is known", () => {
  expect(countPicked({ allBut: [] }, null)).toBeNull();
});

test("a range runs both ways, and begins where it ends when its beginning is gone", () => {
  const rows = ["a", "b", "c", "d"];
  expect(between(rows, "b", "d")).toEqual(["b", "c", "d"]);
  expect(between(rows, "d", "c")).toEqual(["c", "d"]);
  expect(between(rows, "gone", "c")).toEqual(["c"]);
  expect(between(rows, null, "gone")).toEqual([]);
});
