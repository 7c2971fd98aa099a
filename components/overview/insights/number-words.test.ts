import { expect, test } from "vitest";
import { durationWords, percentOf } from "./number-words";

test.each([
  [0, 10, "0 %"],
  [1, 1_000, "< 1 %"],
  [999, 1_000, "> 99 %"],
  [10, 10, "100 %"],
  [0, 0, "–"],
])("%i of %i is %s", (part, whole, words) => {
  expect(percentOf(part, whole)).toBe(words);
});

test.each([
  [20, "0 minutes"],
  [60, "1 minute"],
  [5_400, "2 hours"],
  [129_600, "1.5 days"],
  [1_900_000, "22 days"],
])("%i seconds are %s", (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});
