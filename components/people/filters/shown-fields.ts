import type { ListFilter } from "@/lib/list-address/list-filter";

/** The statuses that are asked for are what the tabs show. */
export function isOfTabs({ field, operator }: ListFilter): boolean {
  return field === "status" && operator === "is";
}

/** The fields that are filtered, besides the statuses of the tabs. */
export function shownFields(filters: readonly ListFilter[]): string[] {
  return [...new Set(filters.filter((filter) => !isOfTabs(filter)).map(({ field }) => field))];
}
