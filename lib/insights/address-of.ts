import { type ListAddress, writeListAddress } from "@/lib/list-address/list-address";
import type { ListFilter } from "@/lib/list-address/list-filter";

/** The address of the applications that pass these filters. */
export function addressOf(filters: ListFilter[], sort: ListAddress["sort"] = []): string {
  return writeListAddress({ filters, q: "", sort, columns: null }).toString();
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
