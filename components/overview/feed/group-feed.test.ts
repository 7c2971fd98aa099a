import { expect, test } from "vitest";
import type { FeedEntryView, PersonEntryView } from "@/lib/insights/feed-view";
import { groupFeed } from "./group-feed";

const person = (minute: number, more: Partial<PersonEntryView> = {}): PersonEntryView => ({
  source: "person",
  id: String(minute),
  at: moment(minute),
  occurredAt: moment(minute),
  participantId: `ptp_${minute}`,
  name: "Ana",
  hasApplied: true,
  kind: "application.approved",
  status: "approved",
  changed: ["status"],
  isRemoved: null,
  actorId: "usr_1",
  ...more,
});

function moment(minute: number): string {
  return new Date(Date.UTC(2026, 0, 1, 12) - minute * 60_000).toISOString();
}
const sizes = (entries: FeedEntryView[]) =>
  groupFeed(entries).map((line) => (line.kind === "one" ? 1 : line.entries.length));

test("three alike within an hour are one line, two are two", () => {
  expect(sizes([person(1), person(2), person(3)])).toEqual([3]);
  expect(sizes([person(1), person(2)])).toEqual([1, 1]);
  expect(sizes([person(1), person(20), person(59), person(62)])).toEqual([3, 1]);
});

test("another word, another hand or something between ends a line", () => {
  const read: FeedEntryView = {
    source: "sync",
    id: "run",
    at: moment(4),
    kind: "reconcile",
    state: "completed",
    rows: 1,
    corrected: 0,
  };
  const rejected = { kind: "application.rejected", status: "rejected" };
  expect(sizes([person(1), person(2), person(3), read, person(5)])).toEqual([3, 1, 1]);
  expect(sizes([person(1), person(2, rejected), person(3), person(4)])).toEqual([1, 1, 1, 1]);
  expect(sizes([person(1), person(2), person(3, { actorId: "usr_2" })])).toEqual([1, 1, 1]);
});
