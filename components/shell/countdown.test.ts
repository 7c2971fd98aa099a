import { expect, test } from "vitest";
import { countdown } from "./countdown";

const NOW = Date.parse("2026-06-01T12:00:00Z");

test.each([
  ["2026-06-08T12:00:00Z", "in 7 days"],
  ["2026-06-08T11:59:59Z", "in 7 days"],
  ["2026-06-08T12:00:30Z", "in 7 days"],
  ["2026-06-07T12:02:00Z", "in 7 days"],
  ["2026-06-07T12:00:00Z", "in 6 days"],
  ["2026-06-03T12:00:00Z", "in 2 days"],
  ["2026-06-03T11:00:00Z", "in 47 hours"],
  ["2026-06-01T13:00:00Z", "in 1 hour"],
  ["2026-06-01T12:59:00Z", "within the hour"],
  ["2026-06-01T12:00:00Z", "at any moment"],
])("a day is counted until it has passed: until %s it is %s", (at, words) => {
  expect(countdown(at, NOW)).toBe(words);
});
