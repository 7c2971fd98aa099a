import fc from "fast-check";
import { expect, test } from "vitest";
import { PROGRAM_CASES } from "@/testing/program-cases";
import { findOverlaps } from "./find-overlaps";
import type { PlacedActivityView } from "./program-view";

const hour = (at: number) => new Date(Date.UTC(2026, 6, 2) + at * 3_600_000).toISOString();

function anActivity(
  activityId: string,
  from: number | null,
  to: number | null,
  more: Partial<PlacedActivityView> = {},
): PlacedActivityView {
  const unsaid = { description: null, threadId: null, thread: null, place: null };
  const counts = { capacity: null, signedUpCount: null, waitlistCount: null, capacityState: null };
  const time = {
    startsAt: from === null ? null : hour(from),
    endsAt: to === null ? null : hour(to),
  };
  const here = { locationId: "loc_hall", status: "scheduled" };
  return { activityId, title: activityId, ...unsaid, ...counts, ...time, ...here, ...more };
}

/** Every two that overlap, once, the earlier first: of so few activities all are among the first. */
const pairsOf = (...activities: PlacedActivityView[]) => {
  const order = new Map(activities.map(({ activityId, startsAt }) => [activityId, startsAt ?? ""]));
  const pairs = findOverlaps(activities).flatMap(({ activityId, first }) =>
    first.map((other) => [activityId, other.activityId]),
  );
  const sorted = pairs.map((pair) =>
    pair.sort(
      (a, b) => (order.get(a) ?? "").localeCompare(order.get(b) ?? "") || a.localeCompare(b),
    ),
  );
  return [...new Set(sorted.map((pair) => pair.join("+")))];
};

test("two that need the hall at one time are named, with the time that both need it", () => {
  expect(findOverlaps([anActivity("talk", 10, 12), anActivity("walk", 11, 13)])).toEqual([
    {
      activityId: "talk",
      count: 1,
      first: [{ activityId: "walk", startsAt: hour(11), endsAt: hour(12) }],
    },
    {
      activityId: "walk",
      count: 1,
      first: [{ activityId: "talk", startsAt: hour(11), endsAt: hour(12) }],
    },
  ]);
});

test.each(PROGRAM_CASES)("what needs a place at that time: $name", ({ activity, overlaps }) => {
  const start = Date.parse(activity.startsAt ?? hour(0)) + 60_000;
  const other = { ...activity, activityId: "act_2", status: null };
  other.startsAt = new Date(start).toISOString();
  other.endsAt = new Date(start + 60_000).toISOString();
  expect(findOverlaps([activity, other])).toHaveLength(overlaps ? 2 : 0);
});

test("a long one overlaps with all that begin while it goes on", () => {
  expect(
    pairsOf(anActivity("c", 14, 15), anActivity("all day", 9, 18), anActivity("b", 10, 11)),
  ).toEqual(["all day+b", "all day+c"]);
});

test("activities that only touch do not overlap", () => {
  expect(pairsOf(anActivity("a", 10, 11), anActivity("b", 11, 12))).toEqual([]);
});

test("another place, none, or the building around it is not the same place", () => {
  const elsewhere = anActivity("b", 10, 11, { locationId: "loc_building" });
  const nowhere = [1, 2].map((n) => anActivity(`n${n}`, 10, 11, { locationId: null }));
  expect(pairsOf(anActivity("a", 10, 11), elsewhere, ...nowhere)).toEqual([]);
});

test("what is cancelled or has no time is in nobody's way", () => {
  const cancelled = anActivity("off", 10, 12, { status: "cancelled" });
  expect(pairsOf(anActivity("a", 10, 12), cancelled, anActivity("some day", null, null))).toEqual(
    [],
  );
});

test("one without an end is in the way of what goes on when it begins, and of nothing else", () => {
  expect(pairsOf(anActivity("a", 10, 12), anActivity("b", 11, null))).toEqual(["a+b"]);
  expect(pairsOf(anActivity("a", 10, null), anActivity("b", 10, 11))).toEqual(["a+b"]);
  expect(pairsOf(anActivity("a", 10, 11), anActivity("b", 11, null))).toEqual([]);
});

test("of many in one place the first three are named, and all are counted", () => {
  const four = [9, 10, 11, 12].map((from) => anActivity(`at ${from}`, from, 18));
  const [first] = findOverlaps([anActivity("all day", 8, 18), ...four]);
  expect(first).toMatchObject({ activityId: "all day", count: 4 });
  expect(first?.first.map(({ activityId }) => activityId)).toEqual(["at 9", "at 10", "at 11"]);
});

test("where more than twenty meet at one time, nothing is in anybody's way", () => {
  const booths = (count: number) =>
    Array.from({ length: count }, (_, n) => anActivity(`booth ${n}`, 9, 18));
  expect(findOverlaps(booths(20))).toHaveLength(20);
  expect(findOverlaps(booths(21))).toEqual([]);
});

test("twenty thousand activities, all of them overlapping, take a moment and little room", () => {
  const many = Array.from({ length: 20_000 }, (_, n) => anActivity(`a${n}`, n / 10, n / 10 + 1.9));
  const found = findOverlaps(many);
  expect(found).toHaveLength(20_000);
  expect(Math.max(...found.slice(0, 100).map(({ count }) => count))).toBeGreaterThan(18);
  expect(JSON.stringify(found).length).toBeLessThan(8_000_000);
}, 5_000);

test("whatever the program, each meets those that comparing each with each finds", () => {
  const activity = fc.tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: 4 }),
    fc.integer({ min: 1, max: 2 }),
  );
  fc.assert(
    fc.property(fc.array(activity, { maxLength: 12 }), (drawn) => {
      const all = drawn.map(([from, length, place], index) =>
        anActivity(`a${index}`, from, from + length, { locationId: `loc_${place}` }),
      );
      const expected = drawn.flatMap(([from, length, place], index) => {
        const others = drawn.filter(([otherFrom, otherLength, otherPlace], at) => {
          const meet = from < otherFrom + otherLength && otherFrom < from + length;
          return at !== index && place === otherPlace && (from === otherFrom || meet);
        });
        return others.length > 0 ? [[`a${index}`, others.length] as const] : [];
      });
      const found = findOverlaps(all);
      expect(new Map(found.map(({ activityId, count }) => [activityId, count]))).toEqual(
        new Map(expected),
      );
      for (const { count, first } of found) expect(first).toHaveLength(Math.min(3, count));
    }),
  );
});
