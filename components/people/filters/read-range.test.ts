import { describe, expect, test } from "vitest";
import { readRange } from "./read-range";

const draft = (from: string, to: string, isOutside = false) => ({ from, to, isOutside });

describe("a range that is typed", () => {
  test("is a filter as soon as it makes sense", () => {
    expect(readRange("answers.age", false, draft("18", ""))).toEqual({
      field: "answers.age",
      operator: "between",
      values: ["18", ""],
    });
    expect(readRange("submitted", true, draft("2026-01-01", "2026-02-03", true))).toEqual({
      field: "submitted",
      operator: "outside",
      values: ["2026-01-01", "2026-02-03"],
    });
  });

  test("is nothing when both ends are empty", () => {
    expect(readRange("submitted", true, draft("", ""))).toBeNull();
  });

  test.each([
    ["a number that runs backwards", false, draft("18", "5")],
    ["days that run backwards", true, draft("2026-02-01", "2026-01-01")],
    ["a year of which one digit is typed", true, draft("0002-01-01", "")],
    ["a number that no address can say", false, draft("1e5", "")],
    ["a sign alone", false, draft("-", "")],
  ])("waits for the rest of %s", (_, isDays, typed) => {
    expect(readRange(isDays ? "submitted" : "answers.age", isDays, typed)).toBe("unfinished");
  });
});
