import { type ListAddress, writeListAddress } from "@/lib/list-address/list-address";
import type { ListFilter } from "@/lib/list-address/list-filter";

/** Nothing at all would open the view that the member has made the default. */
const NEWEST_FIRST = ["-submitted"];

/** The address of the applications that pass these filters. */
export function addressOf(filters: ListFilter[], sort: ListAddress["sort"] = []): string {
  const order = filters.length === 0 && sort.length === 0 ? NEWEST_FIRST : sort;
  return writeListAddress({ filters, q: "", sort: order, columns: null }).toString();
}

export const hasStatus = (status: string): ListFilter => is("status", status);

export function is(field: string, ...values: string[]): ListFilter {
  return { field, operator: "is", values };
}

export function between(field: string, from: string, to: string): ListFilter {
  return { field, operator: "between", values: [from, to] };
}

export function answered(field: string): ListFilter {
  return { field, operator: "answered", values: [] };
}

export function unanswered(field: string): ListFilter {
  return { field, operator: "unanswered", values: [] };
}
