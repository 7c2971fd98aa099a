import { expect, test } from "vitest";
import type { ListCountsView } from "@/lib/participants/list-counts-view";
import { groupsOf, narrowed, statusesOf, withoutOwn } from "./group-counts";

const SIZE = "answers.size";
const counts = (total: number, facets: Record<string, Record<string, number>>): ListCountsView => ({
  total,
  facets: Object.fromEntries(
    Object.entries(facets).map(([field, values]) => [
      field,
      {
        values: Object.entries(values).map(([value, count]) => ({ value, count })),
        isWhole: true,
      },
    ]),
  ),
});
const isSize = { field: SIZE, operator: "is" as const, values: ["M"] };
const isNew = { field: "submitted", operator: "between" as const, values: ["2026-01-01", ""] };

test("each value has its numbers by status, and the addresses of exactly these", () => {
  const asked = withoutOwn({ q: "", filters: [isSize, isNew] }, SIZE);
  expect(asked.filters).toEqual([isNew]);
  const groups = groupsOf({
    asked,
    field: SIZE,
    statuses: ["pending", "approved"],
    whole: counts(10, { [SIZE]: { M: 6, L: 3 }, status: { pending: 4, approved: 6 } }),
    byStatus: [counts(4, { [SIZE]: { M: 4 } }), counts(6, { [SIZE]: { L: 3, M: 2 } })],
    unanswered: counts(1, { status: { approved: 1 } }),
  });
  expect(
    groups.map(({ value, counts: of, total }) => [
      value,
      of.map(({ count }) => count),
      total.count,
    ]),
  ).toEqual([
    ["M", [4, 2], 6],
    ["L", [0, 3], 3],
    [null, [0, 1], 1],
  ]);
  const address = new URLSearchParams(groups[0]?.counts[1]?.address);
  expect(address.getAll("status")).toEqual(["approved"]);
  expect(address.getAll("f")).toEqual(["submitted:between:2026-01-01,", "answers.size:is:M"]);
  expect(new URLSearchParams(groups[2]?.total.address).getAll("f")).toContain(
    "answers.size:unanswered",
  );
});

test("the columns are the statuses that the list is asked for, or those that occur", () => {
  const all = counts(2, { status: { rejected: 1, approved: 1 } });
  expect(statusesOf({ q: "", filters: [] }, all)).toEqual(["approved", "rejected"]);
  const filters = narrowed(
    { q: "", filters: [] },
    { field: "status", operator: "is", values: ["pending"] },
  ).filters;
  expect(statusesOf({ q: "", filters }, all)).toEqual(["pending"]);
});
