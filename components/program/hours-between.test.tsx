import fc from "fast-check";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { anActivity } from "@/testing/an-activity";
import { hoursBetween } from "./hours-between";
import { layInLanes } from "./lanes";
import { nowAndNext } from "./now-and-next";
import { TimeSpan } from "./time-span";

const ZAGREB = "Europe/Zagreb";
const hoursOf = (from: string, to: string | null, zone: string | null = ZAGREB) =>
  hoursBetween([anActivity("a", from, to)], zone)?.hours.length ?? null;

test.each([
  ["a century", "2126-07-02T10:00:00Z"],
  ["the end of the calendar", "9999-12-31T23:59:59Z"],
  ["two nights", "2026-07-04T10:00:00Z"],
])("the timetable of a day covers that day only, though an activity goes on for %s", (_, end) => {
  expect(hoursOf("2026-07-02T10:30:00Z", end)).toBe(12);
});

test("a day ends at midnight of the event's zone, also where clocks change", () => {
  expect(hoursOf("2026-10-24T22:00:00Z", "2026-11-01T00:00:00Z")).toBe(25);
  expect(hoursOf("2026-03-28T23:00:00Z", "2026-11-01T00:00:00Z")).toBe(23);
  expect(hoursOf("2026-07-02T10:00:00Z", "2026-07-09T00:00:00Z", "Nowhere/Known")).toBe(14);
});

test("whatever the moments of a day's activities, its timetable has 26 hours at the most", () => {
  const moment = fc.date({
    min: new Date("0001-01-01T00:00:00Z"),
    max: new Date("9999-12-31T23:59:59Z"),
    noInvalidDate: true,
  });
  const zone = fc.constantFrom(null, ZAGREB, "Pacific/Kiritimati", "America/St_Johns");
  fc.assert(
    fc.property(moment, moment, zone, (from, to, where) => {
      const hours = hoursOf(from.toISOString(), to.toISOString(), where);
      expect(hours ?? 0).toBeLessThanOrEqual(26);
    }),
  );
});

test("a day in a zone of half an hour is ruled on its own full hours", () => {
  const day = hoursBetween(
    [anActivity("a", "2026-07-02T04:00:00Z", "2026-07-02T05:30:00Z")],
    "Asia/Kolkata",
  );
  expect(day?.hours).toEqual(["2026-07-02T03:30:00.000Z", "2026-07-02T04:30:00.000Z"]);
});

test.each([
  ["0001-01-01T10:00:00Z", "0001-01-01T11:00:00Z"],
  ["1899-12-31T10:00:00Z", "2026-07-02T11:00:00Z"],
  ["9999-12-31T10:00:00Z", null],
])("what begins at %s is not drawn", (from, to) => {
  expect(hoursOf(from, to)).toBeNull();
});

test("an end on another day is said in words", () => {
  const wordsOf = (startsAt: string, endsAt: string | null) =>
    renderToString(<TimeSpan activity={{ startsAt, endsAt }} zone={ZAGREB} />).replaceAll(
      /<[^>]+>/g,
      "",
    );
  expect(wordsOf("2026-12-02T17:00:00Z", "2026-12-02T18:30:00Z")).toBe("18:00 – 19:30");
  expect(wordsOf("2026-12-02T17:00:00Z", "2026-12-03T11:00:00Z")).toBe("18:00 – Thu 3 Dec, 12:00");
  expect(wordsOf("2026-12-02T17:00:00Z", "2126-12-03T11:00:00Z")).toBe("18:00 – 3 Dec 2126, 12:00");
});

test("a day of very many activities is laid out, and searched for what goes on now", () => {
  const many = Array.from({ length: 150_000 }, (_, at) => {
    const from = Date.parse("2026-07-02T00:00:00Z") + at * 100;
    return anActivity(`${at}`, new Date(from).toISOString(), new Date(from + 100).toISOString());
  });
  expect(hoursBetween(many, "UTC")?.hours).toHaveLength(5);
  expect(nowAndNext(many, 0).next).toHaveLength(1);
});

test("thousands of activities at one time stand in thousands of lanes, within seconds", () => {
  const booths = Array.from({ length: 10_000 }, (_, at) =>
    anActivity(`${at}`, "2026-07-02T09:00:00Z", "2026-07-02T18:00:00Z"),
  );
  expect(new Set(layInLanes(booths).map(({ lane, lanes }) => `${lane}/${lanes}`)).size).toBe(
    10_000,
  );
}, 5_000);
