import { expect, test } from "vitest";
import type { ApplicationListView, ApplicationView } from "@/lib/participants/participant-view";
import { isOverflowing, isShifted, nearPages, patchPages } from "./patch-pages";

const row = (participantId: string, status = "pending"): ApplicationView => ({
  id: participantId,
  participantId,
  role: null,
  status,
  name: null,
  email: null,
  fields: {},
  submittedAt: null,
  registeredAt: null,
  lastReviewAction: null,
  lastReviewedAt: null,
  lastReviewerId: null,
  updatedAt: null,
  writtenAt: "",
  freshness: { source: "sync", at: "", confirmedAt: "", state: "fresh" },
});
const page = (ids: string[], nextCursor: string | null, total = 6): ApplicationListView => ({
  rows: ids.map((id) => row(id)),
  total,
  facets: { status: {} },
  nextCursor,
});
const PAGES = [page(["a", "b"], "b"), page(["c", "d"], "d"), page(["e", "f"], null)];
const ids = (pages: ApplicationListView[]) =>
  pages.map((each) => each.rows.map((r) => r.participantId).join(""));

test("what is fetched is near the screen, and where newcomers are", () => {
  expect(nearPages(PAGES, new Set(["d", "e"]))).toEqual([0, 1, 2]);
  expect(nearPages(PAGES, new Set(["f"]))).toEqual([0, 2]);
  expect(nearPages(PAGES, new Set(["somebody else"]))).toEqual([0]);
  expect(nearPages(PAGES, new Set())).toEqual([0, 1]);
  expect(nearPages([], new Set())).toEqual([]);
  expect(nearPages(PAGES, new Set(["f"]), false)).toEqual([2]);
});

test("a page of newcomers alone says that there may be more of them than it shows", () => {
  const crowded = new Map([[0, page(["x", "y"], "y")]]);
  expect(isOverflowing(PAGES, crowded)).toBe(true);
  expect(isOverflowing(PAGES, new Map([[0, page(["x", "a"], "a")]]))).toBe(false);
  expect(isOverflowing(PAGES, new Map([[2, page(["x", "y"], "y")]]))).toBe(false);
  expect(isOverflowing(PAGES, new Map([[0, page([], null)]]))).toBe(false);
});

test("a page behind so many rows is another one when somebody came or went above it", () => {
  const deep = { pages: PAGES, pageParams: [50, "b", "d"] };
  expect(isShifted(deep, new Map([[0, page(["z", "a"], "a")]]))).toBe(true);
  expect(isShifted(deep, new Map([[0, page(["a", "b"], "b")]]))).toBe(false);
  expect(isShifted(deep, new Map([[1, page(["z", "c"], "c")]]))).toBe(false);
  const top = { pages: PAGES, pageParams: [0, "b", "d"] };
  expect(isShifted(top, new Map([[0, page(["z", "a"], "a")]]))).toBe(false);
});

test("a newcomer on the first page pushes nobody off the list", () => {
  const fetched = new Map([[0, page(["new", "a"], "a", 7)]]);
  const patched = patchPages(PAGES, fetched, new Set(["new"]));
  expect(ids(patched)).toEqual(["newab", "cd", "ef"]);
  expect(patched[0]).toMatchObject({ total: 7, nextCursor: "b" });
});

test("who changed and is no longer found leaves the list, whoever moved up is there", () => {
  const fetched = new Map([[1, page(["d", "e"], "e", 5)]]);
  expect(ids(patchPages(PAGES, fetched, new Set(["c"])))).toEqual(["ab", "de", "ef"]);
});

test("the last page is taken as it comes, with what follows it", () => {
  const fetched = new Map([[2, page(["e", "new"], "new")]]);
  const patched = patchPages(PAGES, fetched, new Set(["new"]));
  expect(ids(patched)).toEqual(["ab", "cd", "enew"]);
  expect(patched[2]?.nextCursor).toBe("new");
});
