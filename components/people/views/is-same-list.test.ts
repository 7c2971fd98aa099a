import { expect, test } from "vitest";
import { isSameList, readAddress } from "./is-same-list";

const isSame = (
  some: string,
  other: string,
  kind: "applications" | "participants" = "applications",
) => isSameList(kind, readAddress(some), readAddress(other));

test.each([
  ["", ""],
  ["status=pending&status=approved", "status=approved&status=pending"],
  ["f=name:contains:a&f=role:is:x", "f=role:is:x&f=name:contains:a"],
  ["f=answers.track:is:AI,Web", "f=answers.track:is:Web,AI"],
  ["f=status:is:pending", "status=pending"],
  ["sort=-submitted", ""],
  ["q=%20ana", "q=ana"],
])("%j and %j open the same list", (some, other) => {
  expect(isSame(some, other)).toBe(true);
  expect(isSame(other, some)).toBe(true);
});

test.each([
  ["status=pending", ""],
  ["status=pending", "f=status:not:pending"],
  ["f=answers.age:between:1,2", "f=answers.age:between:2,1"],
  ["sort=name,-status", "sort=-status,name"],
  ["sort=-submitted&q=ana", "q=ana"],
  ["columns=name,email", "columns=email,name"],
  ["columns=name", ""],
  ["q=ana", "q=anna"],
])("%j and %j do not", (some, other) => {
  expect(isSame(some, other)).toBe(false);
});

test("each list has its own usual order", () => {
  expect(isSame("sort=name", "", "participants")).toBe(true);
  expect(isSame("sort=name", "", "applications")).toBe(false);
});
