import { expect, test } from "vitest";
import { listPagePath } from "./event-queries";

test("a list's page is asked with its question, where it goes on, and without counts", () => {
  expect(listPagePath("applications", "status=pending&q=a%26b%3D100%25", "c+/")).toBe(
    "applications?status=pending&q=a%26b%3D100%25&counts=no&cursor=c%2B%2F",
  );
  expect(listPagePath("participants", "", 0)).toBe("participants?counts=no");
  expect(listPagePath("participants", "", 150)).toBe("participants?counts=no&offset=150");
});
