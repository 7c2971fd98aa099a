import { expect, test } from "vitest";
import { doubtOf, type Reading } from "./judge-missing";

const reading = (more: Partial<Reading>): Reading => ({
  seen: 130,
  gone: 0,
  expected: 130,
  isIncomplete: false,
  unreadable: 0,
  ...more,
});

test.each<[string, Partial<Reading>, ReturnType<typeof doubtOf>]>([
  ["a whole reading", {}, null],
  ["a few who left", { seen: 127, gone: 3, expected: 127 }, null],
  ["a few who left, while nobody counts", { seen: 127, gone: 3, expected: null }, null],
  ["an empty list of an event with people", { seen: 0, gone: 130 }, "fewer_than_counted"],
  [
    "an empty list, while nobody counts",
    { seen: 0, gone: 130, expected: null },
    "too_many_missing",
  ],
  [
    "an empty list of an event that has nobody any more",
    { seen: 0, gone: 130, expected: 0 },
    "too_many_missing",
  ],
  ["the first page of three", { seen: 50, gone: 80 }, "fewer_than_counted"],
  ["many who left, as Revento counts", { seen: 80, gone: 50, expected: 80 }, null],
  [
    "many who left, while nobody counts",
    { seen: 80, gone: 50, expected: null },
    "too_many_missing",
  ],
  ["a small event that lost all but one", { seen: 1, gone: 9, expected: null }, null],
  ["two in a hundred of a large event", { seen: 98_000, gone: 2_000, expected: 98_000 }, null],
  [
    "three in a hundred, while nobody counts",
    { seen: 97_000, gone: 3_000, expected: null },
    "too_many_missing",
  ],
  ["a list that did not say where it goes on", { isIncomplete: true }, "incomplete_list"],
  ["a new event whose count is behind", { seen: 130, expected: 0 }, null],
])("%s", (_, more, doubt) => {
  expect(doubtOf(reading(more))).toBe(doubt);
});
