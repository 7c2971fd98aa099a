import { expect, test } from "vitest";
import { formatFresh } from "./format-fresh";

const NOW = Date.parse("2026-05-01T12:00:00Z");

test.each([
  ["2026-05-01T11:59:56Z", "4 s ago"],
  ["2026-05-01T11:59:01Z", "59 s ago"],
  ["2026-05-01T11:59:00Z", "1 minute ago"],
  ["2026-05-01T12:00:00Z", "just now"],
  ["2026-05-01T12:00:03Z", "just now"],
])("%s reads as %s", (iso, words) => {
  expect(formatFresh(iso, NOW)).toBe(words);
});
