import { type DroppedParameter, fieldOfSort, type ListAddress } from "./list-address";
import { writeFilter } from "./list-filter";

type Read = { address: ListAddress; dropped: DroppedParameter[] };

type Eyes = { sees: (field: string) => boolean; seesNames: boolean };

/**
 * Leaves out of an address what it asks of fields that somebody does not see, and names it. Whoever does not see names
 * cannot search: what is found would tell them.
 */
export function dropHiddenFields(read: Read, { sees, seesNames }: Eyes): Read {
  const { filters, sort, columns, q } = read.address;
  const isUnsearchable = q !== "" && !seesNames;
  const hidden = [
    ...(isUnsearchable ? [{ name: "q", text: q }] : []),
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
      q: isUnsearchable ? "" : q,
      filters: filters.filter(({ field }) => sees(field)),
      sort: sort.filter((key) => sees(fieldOfSort(key))),
      columns: columns?.filter(sees) ?? null,
    },
    dropped: [...read.dropped, ...hidden],
  };
}
