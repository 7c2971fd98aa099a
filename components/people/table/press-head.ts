import { fieldOfSort, type SortKey } from "@/lib/list-address/list-address";
import {
  answerKeyOf,
  BUILT_IN_FIELDS,
  type FieldKind,
  isBuiltInField,
  SORT_FIELDS,
} from "@/lib/list-address/list-fields";

export const MOST_SORT_KEYS = 5;

export function isSortable(field: string): boolean {
  return (SORT_FIELDS as readonly string[]).includes(field) || answerKeyOf(field) !== null;
}

const FROM_ABOVE: readonly FieldKind[] = ["moment", "number"];

/** Moments begin with the newest, what the team counts and rates with the most, everything else with A. */
function firstKey(field: string): SortKey {
  return isBuiltInField(field) && FROM_ABOVE.includes(BUILT_IN_FIELDS[field]) ? `-${field}` : field;
}

const turned = (key: SortKey) => (key.startsWith("-") ? key.slice(1) : `-${key}`);

/**
 * The order after a column's head was pressed. By itself: this column alone, the other way round if it
 * was that already. `isAdding`: one key more; pressed again it turns, and then goes.
 */
export function pressHead(sort: readonly SortKey[], field: string, isAdding: boolean): SortKey[] {
  const key = sort.find((each) => fieldOfSort(each) === field);
  const first = firstKey(field);
  if (!isAdding) return [key === first && sort.length === 1 ? turned(first) : first];
  if (key === undefined) return sort.length < MOST_SORT_KEYS ? [...sort, first] : [...sort];
  if (key === first) return sort.map((each) => (each === key ? turned(key) : each));
  return sort.filter((each) => each !== key);
}

/** What a column has to do with the order: its place among the keys, from 1, and which way it runs. */
export function sortedAs(
  sort: readonly SortKey[],
  field: string,
): { place: number; direction: "ascending" | "descending" } | null {
  const at = sort.findIndex((each) => fieldOfSort(each) === field);
  if (at < 0) return null;
  return { place: at + 1, direction: sort[at]?.startsWith("-") ? "descending" : "ascending" };
}
