import { expect, test } from "vitest";
import { listPageAddress } from "./event-queries";

test("a list's page is asked with its question, where it goes on, and without counts", () => {
  expect(listPageAddress("evt_a", "applications", "status=pending&q=a%26b%3D100%25", "c+/")).toBe(
    "/api/events/evt_a/applications?status=pending&q=a%26b%3D100%25&counts=no&cursor=c%2B%2F",
  );
  expect(listPageAddress("evt_a", "participants", "", null)).toBe(
    "/api/events/evt_a/participants?counts=no",
  );
});
