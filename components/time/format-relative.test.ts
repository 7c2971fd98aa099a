import { expect, test } from "vitest";
import { formatRelative } from "./format-relative";

const NOW = Date.parse("2026-05-01T12:00:00Z");

test.each([
  ["2026-05-01T11:59:30Z", "just now"],
  ["2026-05-01T12:00:10Z", "just now"],
  ["2026-05-01T12:00:50Z", "in a moment"],
  ["2026-05-01T11:58:59Z", "1 minute ago"],
  ["2026-05-01T11:00:01Z", "59 minutes ago"],
  ["2026-05-01T10:59:59Z", "1 hour ago"],
  ["2026-04-30T12:00:00Z", "yesterday"],
  ["2026-05-02T12:00:00Z", "tomorrow"],
  ["2026-04-20T12:00:00Z", "last week"],
  ["2026-03-01T12:00:00Z", "2 months ago"],
  ["2024-04-01T12:00:00Z", "2 years ago"],
])("%s reads as %s", (iso, words) => {
  expect(formatRelative(iso, NOW)).toBe(words);
});
