import { expect, test } from "vitest";
import type { ActivityView } from "@/lib/program/program-view";
import { groupByDay } from "./group-by-day";

const activity = (activityId: string, startsAt: string | null): ActivityView => ({
  activityId,
  title: activityId,
  description: null,
  startsAt,
  endsAt: null,
  status: null,
  thread: null,
  place: null,
  capacity: null,
  signedUpCount: null,
  waitlistCount: null,
  capacityState: null,
});

test("an activity belongs to the day it begins on at the event's place", () => {
  const program = {
    timezone: "Europe/Zagreb",
    days: [{ date: "2026-07-02", title: "Opening" }],
    activities: [
      activity("late", "2026-07-01T21:00:00Z"),
      activity("night", "2026-07-01T22:30:00Z"),
      activity("some day", null),
    ],
  };
  expect(groupByDay(program).map((day) => [day.name, day.title, day.activities.length])).toEqual([
    ["Wednesday 1 July", null, 1],
    ["Thursday 2 July", "Opening", 1],
    ["Without a time", null, 1],
  ]);
});

test("a day with a title is there though nothing is planned for it, not only the days with activities", () => {
  const days = groupByDay({
    timezone: "Europe/Zagreb",
    days: [
      { date: "2026-07-01", title: "Arrival" },
      { date: "2026-07-02", title: null },
      { date: "2026-07-04", title: "Departure" },
      { date: "2026-07-04", title: "Another of that date" },
    ],
    activities: [activity("talk", "2026-07-03T10:00:00Z"), activity("some day", null)],
  });
  expect(days.map((day) => [day.key, day.title, day.activities.length])).toEqual([
    ["2026-07-01", "Arrival", 0],
    ["2026-07-03", null, 1],
    ["2026-07-04", "Departure", 0],
    ["", null, 1],
  ]);
});

test("what never ends stands under a month of days, not under all that come", () => {
  const endless = { ...activity("open", "2026-07-01T10:00:00Z"), endsAt: "9999-12-31T23:59:59Z" };
  expect(groupByDay({ timezone: null, days: [], activities: [endless] })).toHaveLength(31);
});

test("in another zone an activity belongs to the day it begins on there, and days have no titles", () => {
  const program = {
    timezone: "Europe/Zagreb",
    days: [{ date: "2026-07-02", title: "Opening" }],
    activities: [
      activity("morning", "2026-07-02T02:30:00Z"),
      activity("noon", "2026-07-02T10:00:00Z"),
    ],
  };
  const inNewYork = groupByDay(program, "America/New_York");
  expect(inNewYork.map((day) => [day.name, day.title, day.activities.length])).toEqual([
    ["Wednesday 1 July", null, 1],
    ["Thursday 2 July", null, 1],
  ]);
  expect(groupByDay(program)).toHaveLength(1);
});
