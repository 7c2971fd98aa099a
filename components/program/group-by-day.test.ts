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
