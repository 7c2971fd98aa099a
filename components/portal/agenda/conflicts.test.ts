import { expect, test } from "vitest";
import type { ActivityView } from "@/lib/program/program-view";
import { findConflicts } from "./conflicts";

function anActivity(id: string, startsAt: string | null, endsAt: string | null): ActivityView {
  const unsaid = { description: null, status: null, thread: null, place: null };
  const counts = { capacity: null, signedUpCount: null, waitlistCount: null, capacityState: null };
  return { activityId: id, title: id, startsAt, endsAt, ...unsaid, ...counts };
}

const at = (id: string, from: string, to: string | null) =>
  anActivity(id, `2026-07-02T${from}:00Z`, to && `2026-07-02T${to}:00Z`);

function conflictsOf(...activities: ReturnType<typeof at>[]): Record<string, string[]> {
  const found = [...findConflicts(activities)];
  return Object.fromEntries(found.map(([id, { first }]) => [id, first.map((o) => o.activityId)]));
}

test("overlapping activities name each other, all of them", () => {
  expect(
    conflictsOf(at("a", "10:00", "12:00"), at("b", "11:00", "13:00"), at("c", "12:30", "14:00")),
  ).toEqual({ a: ["b"], b: ["a", "c"], c: ["b"] });
});

test("one that begins when the other ends leaves time for both", () => {
  expect(conflictsOf(at("a", "10:00", "11:00"), at("b", "11:00", "12:00"))).toEqual({});
});

test("two that begin at once are a conflict, though nobody said how long they take", () => {
  expect(conflictsOf(at("a", "10:00", null), at("b", "10:00", null))).toEqual({
    a: ["b"],
    b: ["a"],
  });
  expect(conflictsOf(at("a", "10:00", "11:00"), at("b", "10:30", null))).toEqual({
    a: ["b"],
    b: ["a"],
  });
});

test("what is cancelled or has no time is in nobody's way", () => {
  const cancelled = { ...at("a", "10:00", "12:00"), status: "cancelled" };
  const undated = anActivity("c", null, null);
  expect(conflictsOf(cancelled, at("b", "11:00", "13:00"), undated)).toEqual({});
});

test("somebody who starred everything is told of ten, and how many there are", () => {
  const all = Array.from({ length: 3_000 }, (_, n) => at(`a${n}`, "10:00", "11:00"));
  const found = findConflicts(all).get("a0");
  expect(found?.count).toBe(2_999);
  expect(found?.first).toHaveLength(10);
}, 5_000);
