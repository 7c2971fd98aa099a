import { expect, test } from "vitest";
import { scheduleWords } from "./schedule-words";

test.each([
  ["11 6 * * *", "At 06:11"],
  ["29 * * * *", "At 29 minutes past the hour"],
  ["no schedule", "no schedule"],
])("%j reads %j", (schedule, words) => {
  expect(scheduleWords(schedule)).toBe(words);
});
