import { type DroppedParameter, fieldOfSort, type ListAddress } from "./list-address";
import { writeFilter } from "./list-filter";

type Read = { address: ListAddress; dropped: DroppedParameter[] };

/** Leaves out of an address what it asks of fields that somebody does not see, and names it. */
export function dropHiddenFields(read: Read, sees: (field: string) => boolean): Read {
  const { filters, sort, columns } = read.address;
  const hidden = [
    ...filters
      .filter(({ field }) => !sees(field))
      .map((filter) => ({ name: "f", text: writeFilter(filter) })),
    ...sort.filter((key) => !sees(fieldOfSort(key))).map((key) => ({ name: "sort", text: key })),
  ];
  const isSame = hidden.length === 0 && (columns ?? []).every(sees);
  if (isSame) return read;
  return {
    address: {
      ...read.address,
      filters: filters.filter(({ field }) => sees(field)),
      sort: sort.filter((key) => sees(fieldOfSort(key))),
      columns: columns?.filter(sees) ?? null,
    },
    dropped: [...read.dropped, ...hidden],
  };
}
