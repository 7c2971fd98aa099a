import { fieldWord } from "@/components/people/columns/field-words";
import { fieldOfSort, type SortKey } from "@/lib/list-address/list-address";

/** An order as it is said: "Ordered by Status, ascending, then Name, descending". */
export function orderWords(sort: readonly SortKey[]): string {
  if (sort.length === 0) return "In the usual order";
  const keys = sort.map((key) => {
    const direction = key.startsWith("-") ? "descending" : "ascending";
    return `${fieldWord(fieldOfSort(key))}, ${direction}`;
  });
  return `Ordered by ${keys.join(", then ")}`;
}
