import { fieldOfSort, type SortKey } from "@/lib/list-address/list-address";

export const MOST_SORT_KEYS = 5;

/** Adds a key at the end; one whose field is there already, or one too many, changes nothing. */
export function withKey(sort: readonly SortKey[], key: SortKey): SortKey[] {
  const isThere = sort.some((each) => fieldOfSort(each) === fieldOfSort(key));
  return isThere || sort.length >= MOST_SORT_KEYS ? [...sort] : [...sort, key];
}

export function withoutKey(sort: readonly SortKey[], key: SortKey): SortKey[] {
  return sort.filter((each) => each !== key);
}

/** Turns one key around and leaves it where it is. */
export function turned(sort: readonly SortKey[], key: SortKey): SortKey[] {
  return sort.map((each) => (each === key ? turnedKey(each) : each));
}

function turnedKey(key: SortKey): SortKey {
  return key.startsWith("-") ? key.slice(1) : `-${key}`;
}

/** Moves one key up (-1) or down (1); at the edge it stays. */
export function moved(sort: readonly SortKey[], key: SortKey, by: -1 | 1): SortKey[] {
  const at = sort.indexOf(key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= sort.length) return [...sort];
  return sort.toSpliced(at, 1).toSpliced(to, 0, key);
}
