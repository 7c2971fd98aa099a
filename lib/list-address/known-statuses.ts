import type { DroppedParameter, ListAddress } from "./list-address";
import { writeFilter } from "./list-filter";

type Read = { address: ListAddress; dropped: DroppedParameter[] };

/**
 * Leaves out of an address what it asks of statuses that no application has, and names it. `known`: the statuses there
 * are; null where nobody can say, and everything stays.
 */
export function dropUnknownStatuses(read: Read, known: ReadonlySet<string> | null): Read {
  if (!known) return read;
  const dropped = [...read.dropped];
  const filters = read.address.filters.flatMap((filter) => {
    if (filter.field !== "status") return [filter];
    const values = filter.values.filter((value) => known.has(value));
    const unknown = filter.values.filter((value) => !known.has(value));
    if (unknown.length === 0) return [filter];
    const isPlain = filter.operator === "is";
    const text = isPlain ? unknown.join(", ") : writeFilter({ ...filter, values: unknown });
    dropped.push({ name: isPlain ? "status" : "f", text });
    return values.length > 0 ? [{ ...filter, values }] : [];
  });
  const isSame = dropped.length === read.dropped.length;
  return isSame ? read : { address: { ...read.address, filters }, dropped };
}
