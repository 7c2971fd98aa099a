import { type ListFilter, readFilter, writeFilter } from "@/lib/list-address/list-filter";

/** What is typed into the fields of a range. */
export type RangeDraft = { from: string; to: string; isOutside: boolean };

/**
 * The filter that a draft means. Null: it is empty. "unfinished": no filter yet, because somebody is
 * still typing, or from lies behind to.
 */
export function readRange(
  field: string,
  isDays: boolean,
  { from, to, isOutside }: RangeDraft,
): ListFilter | null | "unfinished" {
  if (from === "" && to === "") return null;
  const isBackwards = from !== "" && to !== "" && (isDays ? from > to : Number(from) > Number(to));
  // A year is typed digit by digit: 0002 is on the way to 2026.
  const isEarly = isDays && [from, to].some((day) => day !== "" && day < "1000");
  const filter: ListFilter = {
    field,
    operator: isOutside ? "outside" : "between",
    values: [from, to],
  };
  if (isBackwards || isEarly) return "unfinished";
  return readFilter(writeFilter(filter)) ?? "unfinished";
}
