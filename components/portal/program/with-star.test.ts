import { expect, test } from "vitest";
import { withStar } from "./with-star";

test("a star is put on and taken off, once however often it is asked for", () => {
  const agenda = { starred: ["a", "b"] };
  expect(withStar(agenda, "c", true)).toEqual({ starred: ["a", "b", "c"] });
  expect(withStar(agenda, "b", true).starred).toHaveLength(2);
  expect(withStar(agenda, "a", false)).toEqual({ starred: ["b"] });
  expect(withStar(agenda, "c", false)).toEqual(agenda);
});
