import { APPLICATION_STATUSES } from "@/components/status/describe-status";
import type { ListAddress, ListQuestion } from "@/lib/list-address/list-address";
import { writeListAddress } from "@/lib/list-address/list-address";
import type { ListFilter } from "@/lib/list-address/list-filter";
import type { ListCountsView } from "@/lib/participants/list-counts-view";

/** So many at the most: a table with more is a list again. */
const MOST_STATUSES = 8;

/** A row of the table: how many have this value, by status and in all, each with the list of exactly these. */
export type Group = { value: string | null; counts: Cell[]; total: Cell };
type Cell = { count: number; address: string };

type Asked = Pick<ListAddress, "q" | "filters">;

/** The list's question without what it asks of the field that it is counted by, or of the status. */
export function withoutOwn({ q, filters }: Asked, field: string): Asked {
  return { q, filters: filters.filter((filter) => filter.field !== field) };
}

/** A question of the list, narrowed down by more filters. */
export function narrowed({ q, filters }: Asked, ...more: ListFilter[]): ListQuestion {
  const fields = new Set(more.map(({ field }) => field));
  return { q, filters: [...filters.filter(({ field }) => !fields.has(field)), ...more], sort: [] };
}

export const addressOf = (question: ListQuestion) =>
  writeListAddress({ ...question, columns: null }).toString();

export const isStatus = (status: string): ListFilter => ({
  field: "status",
  operator: "is",
  values: [status],
});

/** The statuses that have columns, in their own order: those the list is asked for, or all that occur. */
export function statusesOf({ filters }: Asked, counts: ListCountsView): string[] {
  const asked = filters
    .filter(({ field, operator }) => field === "status" && operator === "is")
    .flatMap(({ values }) => values);
  const all = counts.facets.status?.values.map(({ value }) => value) ?? [];
  const wanted = asked.length > 0 ? asked : all;
  const known: string[] = APPLICATION_STATUSES.filter((status) => wanted.includes(status));
  const others = wanted.filter((status) => !known.includes(status));
  return [...known, ...others].slice(0, MOST_STATUSES);
}

type Counted = {
  asked: Asked;
  field: string;
  statuses: readonly string[];
  /** Of all statuses that the list asks for. */
  whole: ListCountsView;
  /** Of each status. */
  byStatus: readonly ListCountsView[];
  /** Of those without an answer. */
  unanswered: ListCountsView;
};

/** The rows: a value each, the most frequent first, and those without one last. */
export function groupsOf({
  asked,
  field,
  statuses,
  whole,
  byStatus,
  unanswered,
}: Counted): Group[] {
  const isValue = (value: string): ListFilter => ({ field, operator: "is", values: [value] });
  const cell = (count: number, ...filters: ListFilter[]): Cell => ({
    count,
    address: addressOf(narrowed(asked, ...filters)),
  });
  const groups = (whole.facets[field]?.values ?? []).map(
    ({ value, count }): Group => ({
      value,
      counts: statuses.map((status, at) =>
        cell(countOf(byStatus[at], field, value), isValue(value), isStatus(status)),
      ),
      total: cell(count, isValue(value)),
    }),
  );
  const none: ListFilter = { field, operator: "unanswered", values: [] };
  if (unanswered.total === 0) return groups;
  return [
    ...groups,
    {
      value: null,
      counts: statuses.map((status) =>
        cell(countOf(unanswered, "status", status), none, isStatus(status)),
      ),
      total: cell(unanswered.total, none),
    },
  ];
}

function countOf(counts: ListCountsView | undefined, field: string, value: string): number {
  return counts?.facets[field]?.values.find((each) => each.value === value)?.count ?? 0;
}
