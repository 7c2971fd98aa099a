import {
  defaultSort,
  type ListAddress,
  readListAddress,
  writeListAddress,
} from "@/lib/list-address/list-address";
import type { ListKind } from "@/lib/list-address/list-fields";
import { type ListFilter, writeFilter } from "@/lib/list-address/list-filter";

/**
 * Whether two addresses open the same list, however they are written: filters and their values in whatever
 * order, the usual order of the list named or not. The order of keys and of columns counts.
 */
export function isSameList(kind: ListKind, some: ListAddress, other: ListAddress): boolean {
  return essence(kind, some) === essence(kind, other);
}

/** The address that {@link ListAddress} was written as. */
export function readAddress(text: string): ListAddress {
  return readListAddress(new URLSearchParams(text)).address;
}

function essence(kind: ListKind, address: ListAddress): string {
  const usual = defaultSort(address, kind).join();
  const sort = address.sort.join() === usual ? [] : address.sort;
  const filters = address.filters.map(inOrder).toSorted((a, b) => byText(a, b));
  return writeListAddress({ ...address, sort, filters }).toString();
}

function inOrder(filter: ListFilter): ListFilter {
  const isRange = filter.operator === "between" || filter.operator === "outside";
  return isRange ? filter : { ...filter, values: filter.values.toSorted() };
}

function byText(a: ListFilter, b: ListFilter): number {
  return writeFilter(a) < writeFilter(b) ? -1 : 1;
}
