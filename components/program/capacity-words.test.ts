import { expect, test } from "vitest";
import { describeCapacity, signUpNumbers } from "./capacity-words";

test.each([
  [60, 48, "48 of 60 signed up"],
  [null, 1200, "1,200 signed up"],
  [60, null, "60 places"],
  [0, 0, "0 of 0 signed up"],
  [null, null, null],
])("with room for %s and %s signed up it says %s", (capacity, signedUpCount, words) => {
  expect(signUpNumbers({ capacity, signedUpCount })).toBe(words);
});

test("a state that Revento has added since is shown as it is, and none is none", () => {
  expect(describeCapacity("almost_full")?.word).toBe("Almost full");
  expect(describeCapacity("members_only")?.word).toBe("Members only");
  expect(describeCapacity("constructor")?.word).toBe("Constructor");
  expect(describeCapacity(null)).toBeNull();
});
