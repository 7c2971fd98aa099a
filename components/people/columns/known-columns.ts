import { answerKeyOf, REVIEW_FIELDS } from "@/lib/list-address/list-fields";
import type { ListColumn } from "@/lib/saved-views/list-layout-view";

/** The columns that every list has, in the order in which they are offered. */
export const BUILT_IN_COLUMNS = [
  "name",
  "answers",
  "status",
  "role",
  "email",
  "submitted",
  "registered",
  "reviewed",
  "decision",
  "reviewer",
  "updated",
  ...REVIEW_FIELDS,
] as const;

const IDS: ReadonlySet<string> = new Set(BUILT_IN_COLUMNS);

function isColumn(id: string): boolean {
  return IDS.has(id) || answerKeyOf(id) !== null;
}

/** The columns as they can be shown: the name comes first and never leaves, what nobody knows is left out. */
export function shownColumns(columns: readonly ListColumn[]): ListColumn[] {
  const name = columns.find(({ id }) => id === "name") ?? { id: "name" };
  return [name, ...columns.filter(({ id }) => id !== "name" && isColumn(id))];
}
