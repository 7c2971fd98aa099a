import { describe, expect, test } from "vitest";
import { quickRanges, shortDay } from "./days";

describe("quick choices of days", () => {
  test("go by the event's calendar, not the reader's", () => {
    const now = Date.parse("2026-02-28T23:30:00Z");
    expect(quickRanges(now, "UTC").map(({ range }) => range)).toEqual([
      ["2026-02-28", "2026-02-28"],
      ["2026-02-22", "2026-02-28"],
      ["2026-02-01", "2026-02-28"],
    ]);
    expect(quickRanges(now, "Asia/Tokyo").map(({ range }) => range)).toEqual([
      ["2026-03-01", "2026-03-01"],
      ["2026-02-23", "2026-03-01"],
      ["2026-03-01", "2026-03-31"],
    ]);
  });

  test("reach over the turn of a year", () => {
    const [, week, month] = quickRanges(Date.parse("2026-12-31T12:00:00Z"), "UTC");
    expect(week?.range).toEqual(["2026-12-25", "2026-12-31"]);
    expect(month?.range).toEqual(["2026-12-01", "2026-12-31"]);
  });

  test("a day is short", () => {
    expect(shortDay("2026-02-03")).toBe("3 Feb 2026");
    expect(shortDay("2026-02-03", false)).toBe("3 Feb");
  });
});
