import { afterEach, expect, test, vi } from "vitest";
import { dayInZone, formatDays, formatInZone, needsYear } from "./format-in-zone";

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

test("a day needs its year when it is more than half a year away, not because a year begins between", () => {
  expect(needsYear("2027-01-01T11:00:00Z", "2026-12-30")).toBe(false);
  expect(needsYear("2026-12-30T11:00:00Z", "2027-01-01")).toBe(false);
  expect(needsYear("2027-09-01T11:00:00Z", "2026-12-30")).toBe(true);
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

/** How other versions of ICU write the same. */
const ICUS: Record<string, (text: string) => string> = {
  "of this machine": (text) => text,
  "with other words and signs": (text) =>
    text.replaceAll("/", ". ").replace("GMT", "UTC").replace("-", "\u2212"),
};

type Format = (at?: number | Date) => string;

const { prototype } = Intl.DateTimeFormat;
const format = Object.getOwnPropertyDescriptor(prototype, "format");
afterEach(() => {
  if (format) Object.defineProperty(prototype, "format", format);
});

function stubFormat(rewrite: (text: string) => string): void {
  const get = function (this: Intl.DateTimeFormat): Format {
    const real: Format = format?.get?.call(this);
    return (at) => rewrite(real(at));
  };
  Object.defineProperty(prototype, "format", { ...format, get });
}

const MOMENT = "2026-12-28T18:05:00Z";

test.each([
  ["Europe/Zagreb", "28 Dec 2026, 19:05 UTC+1", "Monday 28 December"],
  ["America/St_Johns", "28 Dec 2026, 14:35 UTC-3:30", "Monday 28 December"],
  ["Pacific/Kiritimati", "29 Dec 2026, 08:05 UTC+14", "Tuesday 29 December"],
  ["+05:30", "28 Dec 2026, 23:35 UTC+5:30", "Monday 28 December"],
  ["europe/zagreb", "28 Dec 2026, 19:05 UTC+1", "Monday 28 December"],
  ["UTC", "28 Dec 2026, 18:05 UTC", "Monday 28 December"],
])(
  "in %s a server and a browser of another ICU write the same, in every shape",
  async (zone, moment, weekday) => {
    const written: Record<string, string>[] = [];
    for (const rewrite of Object.values(ICUS)) {
      vi.resetModules();
      stubFormat(rewrite);
      const fresh = await import("./format-in-zone");
      written.push(
        Object.fromEntries(
          fresh.SHAPE_NAMES.map((shape) => [shape, fresh.formatInZone(MOMENT, shape, zone)]),
        ),
      );
    }
    expect(written[1]).toEqual(written[0]);
    expect(written[0]).toMatchObject({ moment, weekday });
  },
);
