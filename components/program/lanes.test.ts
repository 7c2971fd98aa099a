import { expect, test } from "vitest";
import { anActivity } from "@/testing/an-activity";
import { layInLanes } from "./lanes";

const at = (id: string, from: string, to: string | null) =>
  anActivity(id, `2026-07-02T${from}:00Z`, to && `2026-07-02T${to}:00Z`);

const placesOf = (...activities: ReturnType<typeof at>[]) =>
  Object.fromEntries(
    layInLanes(activities).map(({ activity, lane, lanes }) => [
      activity.activityId,
      `${lane + 1}/${lanes}`,
    ]),
  );

test("what overlaps stands side by side, and what comes after has the whole width", () => {
  expect(
    placesOf(at("a", "10:00", "11:00"), at("b", "10:30", "11:30"), at("c", "11:30", "12:00")),
  ).toEqual({ a: "1/2", b: "2/2", c: "1/1" });
});

test("a lane that has become free is used again", () => {
  expect(
    placesOf(at("long", "10:00", "13:00"), at("b", "10:00", "11:00"), at("c", "11:00", "12:00")),
  ).toEqual({ long: "1/2", b: "2/2", c: "2/2" });
});

test("one without an end is drawn as half an hour, one without a time not at all", () => {
  const [only, ...others] = layInLanes([at("a", "10:00", null), anActivity("b", null, null)]);
  expect(others).toEqual([]);
  expect((only?.end ?? 0) - (only?.start ?? 0)).toBe(30 * 60_000);
});
