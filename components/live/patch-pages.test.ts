import { expect, test } from "vitest";
import type { ApplicationListView, ApplicationView } from "@/lib/participants/participant-view";
import { isReordering, isSelective } from "./moving-questions";
import { patchPages, touchedPages, withoutPlace } from "./patch-pages";

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
  updatedAt: "",
  freshness: { source: "sync", at: "", confirmedAt: "" },
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

test("a change is fetched with the page it is on, and with both ends, where newcomers are", () => {
  expect(touchedPages(PAGES, new Set(["d"]))).toEqual([0, 1, 2]);
  expect(touchedPages(PAGES, new Set(["somebody else"]))).toEqual([0, 2]);
  const unfinished = [...PAGES.slice(0, 2), page(["e", "f"], "f")];
  expect(touchedPages(unfinished, new Set(["somebody else"]))).toEqual([0]);
});

test("who changed and is on no page is named", () => {
  expect(withoutPlace(PAGES, new Set(["d", "somebody else"]))).toEqual(new Set(["somebody else"]));
});

test.each([
  ["applications", "", false],
  ["applications", "sort=-submitted", false],
  ["applications", "sort=submitted", false],
  ["applications", "status=pending", false],
  ["applications", "sort=answers.track", true],
  ["applications", "sort=-submitted,name", true],
  ["applications", "q=ana", true],
  ["applications", "q=ana&sort=-submitted", false],
  ["participants", "", true],
] as const)("whoever changes in %s?%s can move: %s", (kind, question, can) => {
  expect(isReordering(kind, question)).toBe(can);
});

test.each([
  ["sort=name", false],
  ["q=ana", true],
  ["status=pending", true],
  ["f=answers.track%3Ais%3AAI", true],
])("whoever changes can begin to match ?%s: %s", (question, can) => {
  expect(isSelective(question)).toBe(can);
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
