import { expect, test } from "vitest";
import { listAddress } from "./event-queries";

test("a list's address repeats its statuses and escapes what was typed", () => {
  const filters = { status: ["pending", "approved"], q: "a&b=100%", sort: "-submitted" };
  expect(listAddress("evt_a", "applications", filters, "c+/")).toBe(
    "/api/events/evt_a/applications?sort=-submitted&status=pending&status=approved&q=a%26b%3D100%25&cursor=c%2B%2F",
  );
});

test("a list without filters says its order and nothing else", () => {
  const filters = { status: [], q: "", sort: "name" };
  expect(listAddress("evt_a", "participants", filters, null)).toBe(
    "/api/events/evt_a/participants?sort=name",
  );
});
