import { fieldWord } from "@/components/people/columns/field-words";
import { fieldOfSort, type SortKey } from "@/lib/list-address/list-address";
import { BUILT_IN_FIELDS, isBuiltInField } from "@/lib/list-address/list-fields";

/** The orders that are wanted most, in one press. */
export const COMMON_SORTS: readonly { sort: SortKey[]; word: string }[] = [
  { sort: ["-submitted"], word: "Newest first" },
  { sort: ["submitted"], word: "Oldest first" },
  { sort: ["name"], word: "Name A to Z" },
  { sort: ["-name"], word: "Name Z to A" },
  { sort: ["-updated"], word: "Last changed" },
  { sort: ["updated"], word: "Unchanged longest" },
];

/** An order in few words; no keys at all is the order of a search. */
export function sortWord(sort: readonly SortKey[]): string {
  const [first, ...rest] = sort;
  if (first === undefined) return "Best match";
  const common = COMMON_SORTS.find((each) => each.sort.join() === sort.join());
  if (common) return common.word;
  const word = COMMON_SORTS.find((each) => each.sort[0] === first)?.word ?? keyWord(first);
  return rest.length === 0 ? word : `${word}, ${rest.length} more`;
}

/** One key with its direction: "Status, A to Z". */
export function keyWord(key: SortKey): string {
  return `${fieldWord(fieldOfSort(key))}, ${directionWord(key)}`;
}

/** Which way a key runs, in the words of its kind. */
export function directionWord(key: SortKey, kindOf?: (field: string) => string | null): string {
  const field = fieldOfSort(key);
  const kind = isBuiltInField(field) ? BUILT_IN_FIELDS[field] : (kindOf?.(field) ?? "text");
  const isDown = key.startsWith("-");
  if (kind === "moment" || kind === "date") return isDown ? "newest first" : "oldest first";
  if (kind === "number") return isDown ? "largest first" : "smallest first";
  if (field === "second-look") return "changed first";
  if (kind === "boolean") return isDown ? "yes first" : "no first";
  return isDown ? "Z to A" : "A to Z";
}
