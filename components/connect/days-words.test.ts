import { expect, test } from "vitest";
import { daysWords } from "./days-words";

const EVENT = {
  startsAt: "2026-12-29T08:00:00Z",
  endsAt: "2026-12-31T17:00:00Z",
  timezone: "Europe/Zagreb",
};

test.each([
  ["2026-12-17T08:00:00Z", "in 12 days"],
  // Already the day before in Zagreb.
  ["2026-12-27T23:30:00Z", "tomorrow"],
  ["2026-12-28T22:30:00Z", "tomorrow"],
  ["2026-12-28T23:30:00Z", "today"],
  ["2026-12-30T12:00:00Z", "now"],
  ["2026-12-31T17:00:01Z", "over"],
])("at %s an event of the 29th is %s", (now, words) => {
  expect(daysWords(EVENT, Date.parse(now))).toBe(words);
});

test("an event without a date, or an end, claims nothing of it", () => {
  const now = Date.parse("2026-12-30T12:00:00Z");
  expect(daysWords({ ...EVENT, startsAt: null }, now)).toBeNull();
  expect(daysWords({ ...EVENT, endsAt: null }, now)).toBe("over");
});
