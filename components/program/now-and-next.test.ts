import { expect, test } from "vitest";
import type { ActivityView } from "@/lib/program/program-view";
import { isSoon, nowAndNext } from "./now-and-next";

function anActivity(id: string, startsAt: string | null, endsAt: string | null): ActivityView {
  const unsaid = { description: null, status: null, thread: null, place: null };
  const counts = { capacity: null, signedUpCount: null, waitlistCount: null, capacityState: null };
  return { activityId: id, title: id, startsAt, endsAt, ...unsaid, ...counts };
}

const TALK = anActivity("talk", "2026-07-02T10:00:00Z", "2026-07-02T10:45:00Z");
const WALK = anActivity("walk", "2026-07-02T10:30:00Z", "2026-07-02T12:00:00Z");
const LUNCH = anActivity("lunch", "2026-07-02T12:00:00Z", "2026-07-02T13:00:00Z");
const KNOTS = anActivity("knots", "2026-07-02T12:00:00Z", "2026-07-02T12:45:00Z");
const OFF = {
  ...anActivity("off", "2026-07-02T10:00:00Z", "2026-07-02T18:00:00Z"),
  status: "cancelled",
};
const SOME_TIME = anActivity("some time", null, null);
const ALL = [TALK, WALK, LUNCH, KNOTS, OFF, SOME_TIME];

function at(time: string) {
  const { now, next, isOver } = nowAndNext(ALL, Date.parse(`2026-07-02T${time}:00Z`));
  const ids = (list: typeof now) => list.map((each) => each.activityId);
  return { now: ids(now), next: ids(next), isOver };
}

test("before the first activity there is only what comes next", () => {
  expect(at("09:59")).toEqual({ now: [], next: ["talk"], isOver: false });
});

test("an activity is on from the moment it begins until just before it ends", () => {
  expect(at("10:00")).toEqual({ now: ["talk"], next: ["walk"], isOver: false });
  expect(at("10:30").now).toEqual(["talk", "walk"]);
  expect(at("10:45").now).toEqual(["walk"]);
});

test("all that begins at the same moment is next together", () => {
  expect(at("11:00")).toEqual({ now: ["walk"], next: ["lunch", "knots"], isOver: false });
});

test("after the last activity the program is over, whatever was cancelled", () => {
  expect(at("13:00")).toEqual({ now: [], next: [], isOver: true });
});

test("a program without times is not over, it has not been dated", () => {
  expect(nowAndNext([SOME_TIME], 0)).toEqual({ now: [], next: [], isOver: false });
});

test("what comes next is told within a day of it", () => {
  const at = Date.parse("2026-07-02T10:00:00Z");
  expect(isSoon("2026-07-03T09:59:00Z", at)).toBe(true);
  expect(isSoon("2026-07-03T10:00:00Z", at)).toBe(false);
  expect(isSoon(null, at)).toBe(false);
});
