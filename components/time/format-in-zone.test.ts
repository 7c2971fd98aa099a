import { expect, test } from "vitest";
import { dayInZone, formatDays, formatInZone } from "./format-in-zone";

test("a moment is shown on the clock of the event's place", () => {
  const moment = "2026-07-01T22:30:00Z";
  expect(formatInZone(moment, "time", "Europe/Zagreb")).toBe("00:30");
  expect(formatInZone(moment, "time", "America/New_York")).toBe("18:30");
  expect(formatInZone(moment, "weekday", "Europe/Zagreb")).toBe("Thursday 2 July");
  expect(dayInZone(moment, "Europe/Zagreb")).toBe("2026-07-02");
});

test("a zone that nobody knows reads as UTC instead of failing", () => {
  expect(formatInZone("2026-07-01T22:30:00Z", "time", "Moon/Tranquility")).toBe("22:30");
  expect(dayInZone("2026-07-01T22:30:00Z", "Moon/Tranquility")).toBe("2026-07-01");
  expect(formatInZone("2026-07-01T22:30:00Z", "time", null)).toBe("22:30");
});

test("the days of an event name their month once", () => {
  const zone = "Europe/Zagreb";
  expect(formatDays("2026-05-12T08:00:00Z", "2026-05-14T18:00:00Z", zone)).toBe("12 – 14 May 2026");
  expect(formatDays("2026-05-30T08:00:00Z", "2026-06-01T18:00:00Z", zone)).toBe(
    "30 May 2026 – 1 June 2026",
  );
  expect(formatDays("2026-05-12T08:00:00Z", "2026-05-12T18:00:00Z", zone)).toBe("12 May 2026");
  expect(formatDays("2026-05-12T08:00:00Z", null, zone)).toBe("12 May 2026");
});
