import { describe, expect, test } from "vitest";
import type { ApplicationView } from "@/lib/participants/participant-view";
import { arrivedRows, missingRows, withLeaving } from "./keep-leaving";
import { LEFT, MOVED, whyLeft } from "./why-left";

const row = (participantId: string, more: Partial<ApplicationView> = {}): ApplicationView => ({
  id: participantId,
  participantId,
  role: null,
  status: "pending",
  name: null,
  email: null,
  fields: {},
  submittedAt: null,
  registeredAt: null,
  lastReviewAction: null,
  lastReviewedAt: null,
  lastReviewerId: null,
  updatedAt: null,
  writtenAt: "1",
  freshness: { source: "webhook", at: "1", confirmedAt: "1", state: "fresh" },
  ...more,
});
const rows = (ids: string) => [...ids].map((id) => row(id));
const ids = (all: readonly ApplicationView[]) => all.map((each) => each.participantId).join("");
const leaving = (names: string) => new Map(rows(names).map((each) => [each.participantId, each]));

describe("a row that leaves", () => {
  test("stays where it was for as long as it says so", () => {
    expect(ids(withLeaving(rows("abcd"), rows("acd"), leaving("b")))).toBe("abcd");
    expect(ids(withLeaving(rows("abcd"), rows("nd"), leaving("abc")))).toBe("abcnd");
    expect(ids(withLeaving(rows("abcd"), rows("dcna"), leaving("b")))).toBe("dcnab");
  });

  test("is the only one that stays", () => {
    expect(ids(withLeaving(rows("abcd"), rows("ad"), leaving("b")))).toBe("abd");
    expect(ids(missingRows(rows("abcd"), rows("bx")))).toBe("acd");
  });

  test("says why, by what of it has changed", () => {
    const question = {
      filters: [{ field: "status", operator: "is" as const, values: ["pending"] }],
      q: "",
      sort: ["name"],
    };
    const approved = row("a", { status: "approved", writtenAt: "2" });
    expect(whyLeft(question, row("a"), approved)).toBe(LEFT);
    const renamed = row("a", { name: "Zoe", writtenAt: "2" });
    expect(whyLeft(question, row("a"), renamed)).toBe(MOVED);
    expect(whyLeft({ ...question, q: "ana" }, row("a"), renamed)).toBe(LEFT);
    expect(whyLeft(question, row("a"), row("a"))).toBeNull();
    expect(whyLeft(question, row("a"), null)).toBe(LEFT);
    const answered = row("a", { fields: { track: ["AI"] }, writtenAt: "2" });
    const byTrack = { filters: [], q: "", sort: ["-answers.track"] };
    expect(whyLeft(byTrack, row("a"), answered)).toBe(MOVED);
  });
});

test("who comes among the rows has arrived, the next page has not", () => {
  expect(arrivedRows(rows("abc"), rows("nabmcxyz"))).toEqual(["n", "m"]);
  expect(arrivedRows(rows("abc"), rows("nabmcxyz"), false)).toEqual(["m"]);
  expect(arrivedRows([], rows("abc"))).toEqual([]);
  expect(arrivedRows(rows("abc"), rows("xyz"))).toEqual([]);
});
