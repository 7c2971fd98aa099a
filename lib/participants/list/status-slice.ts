import { EXCLUDING, type ListFilter } from "@/lib/list-address/list-filter";
import type { ListScope } from "./list-scope";
import type { Parameters } from "./parameters";

/** Which statuses are asked: those of `only` (null in it: no application), or every one but `except`. */
export type StatusSlice = { only: (string | null)[] | null; except: string[] };

const isStatus = ({ field }: ListFilter) => field === "status";
const excludes = ({ operator }: ListFilter) => EXCLUDING.includes(operator);
const valuesOf = (filters: ListFilter[]) => [...new Set(filters.flatMap(({ values }) => values))];

/** Whether the filters let a status pass; "" is: no application, and asked as "none". */
export function passesStatus(filters: ListFilter[], status: string): boolean {
  const value = status || "none";
  const asked = filters.filter(isStatus);
  const wanted = asked.filter((filter) => !excludes(filter));
  if (wanted.length > 0 && !valuesOf(wanted).includes(value)) return false;
  return !valuesOf(asked.filter(excludes)).includes(value);
}

/** What the filters of a status leave of a list. */
export function statusSliceOf(filters: ListFilter[], scope: ListScope): StatusSlice {
  const asked = filters.filter(isStatus);
  const wanted = valuesOf(asked.filter((filter) => !excludes(filter)));
  const named =
    wanted.length > 0
      ? wanted.flatMap((value) => (value === "none" ? [value, null] : [value]))
      : scope.statuses;
  if (!named) return { only: null, except: valuesOf(asked.filter(excludes)) };
  const only = named.filter((status) => {
    return scope.has(status ?? "") && passesStatus(filters, status ?? "");
  });
  return { only, except: [] };
}

/** SQL of a slice, one condition for each status where they are named. None at all: no row. */
export function statusConditions({ only, except }: StatusSlice, parameters: Parameters): string[] {
  if (only) {
    return only.map((status) =>
      status === null ? "p.status IS NULL" : `p.status = ${parameters.add(status)}`,
    );
  }
  if (except.length === 0) return ["p.status IS NOT NULL"];
  return [`p.status IS NOT NULL AND p.status <> ALL(${parameters.add(except)}::text[])`];
}
