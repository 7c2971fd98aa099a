import { expect, test } from "vitest";
import { dropUnknownStatuses } from "./known-statuses";
import { readListAddress, writeListAddress } from "./list-address";

const KNOWN = new Set(["pending", "approved", "waitlisted", "none"]);
const read = (search: string) => {
  const { address, dropped } = dropUnknownStatuses(
    readListAddress(new URLSearchParams(search)),
    KNOWN,
  );
  return { left: decodeURIComponent(writeListAddress(address).toString()), dropped };
};

test("a status that no application has is left out and named, the rest is kept", () => {
  expect(read("status=pending&status=waitlisted&q=ana")).toEqual({
    left: "status=pending&status=waitlisted&q=ana",
    dropped: [],
  });
  expect(read("status=pendng&status=approved")).toEqual({
    left: "status=approved",
    dropped: [{ name: "status", text: "pendng" }],
  });
  expect(read("status=foo&status=bar&sort=name")).toEqual({
    left: "sort=name",
    dropped: [{ name: "status", text: "foo, bar" }],
  });
  expect(read("f=status:not:foo,pending")).toEqual({
    left: "f=status:not:pending",
    dropped: [{ name: "f", text: "status:not:foo" }],
  });
});

test("where nobody knows which statuses there are, all of them stay", () => {
  const asked = readListAddress(new URLSearchParams("status=foo"));
  expect(dropUnknownStatuses(asked, null)).toBe(asked);
});
