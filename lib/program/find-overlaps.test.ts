import fc from "fast-check";
import { expect, test } from "vitest";
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

const pairsOf = (...activities: PlacedActivityView[]) =>
  findOverlaps(activities).map(({ activityIds }) => activityIds.join("+"));

test("two that need the hall at one time are named, with the time that both need it", () => {
  expect(findOverlaps([anActivity("talk", 10, 12), anActivity("walk", 11, 13)])).toEqual([
    { activityIds: ["talk", "walk"], startsAt: hour(11), endsAt: hour(12) },
  ]);
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

test("whatever the program, the pairs are those that comparing each with each finds", () => {
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
      const expected = drawn.flatMap(([from, length, place], index) =>
        drawn.slice(index + 1).flatMap(([otherFrom, otherLength, otherPlace], offset) => {
          const meet = from < otherFrom + otherLength && otherFrom < from + length;
          const isOne = place === otherPlace && (from === otherFrom || meet);
          return isOne ? [[`a${index}`, `a${index + 1 + offset}`].sort().join("+")] : [];
        }),
      );
      const found = findOverlaps(all).map(({ activityIds }) => [...activityIds].sort().join("+"));
      expect(found.sort()).toEqual(expected.sort());
    }),
  );
});
