import { expect, test } from "vitest";
import type { ProgramView } from "@/lib/program/program-view";
import { anActivity } from "@/testing/an-activity";
import { groupProgram } from "./group-program";

const AT = "2026-07-02T10:00:00Z";
const program: ProgramView = {
  timezone: "Europe/Zagreb",
  days: [],
  waves: [],
  overlaps: [],
  left: 0,
  threads: [
    { threadId: "thr_2", title: "Talks" },
    { threadId: "thr_1", title: "Talks" },
    { threadId: "thr_3", title: "Nobody is here" },
  ],
  activities: [
    anActivity("a", AT, null, { threadId: "thr_1", locationId: "loc_b", place: "Yard" }),
    anActivity("b", AT, null, { threadId: "thr_2", locationId: "loc_a", place: "Hall" }),
    anActivity("c", AT, null, { threadId: "thr_gone", locationId: "loc_gone", place: null }),
    anActivity("d", null, null, { locationId: "loc_a2", place: "Hall" }),
  ],
};
const ids = (by: "day" | "thread" | "place") =>
  groupProgram(program, by).map(({ name, activities }) => [
    name,
    ...activities.map((each) => each.activityId),
  ]);

test("threads come in Revento's order, two of one name stay two, and empty ones are left out", () => {
  expect(ids("thread")).toEqual([
    ["Talks", "b"],
    ["Talks", "a"],
    ["Without a thread", "c", "d"],
  ]);
});

test("places come by name, two of one name stay two, and what has none comes last", () => {
  expect(ids("place")).toEqual([
    ["Hall", "b"],
    ["Hall", "d"],
    ["Yard", "a"],
    ["Without a place", "c"],
  ]);
});

test("by day everything stands under its day", () => {
  expect(ids("day")).toEqual([
    ["Thursday 2 July", "a", "b", "c"],
    ["Without a time", "d"],
  ]);
});
