import { escapePart, unescapePart } from "./escape-part";
import { answerKeyOf, type ListKind, SORT_FIELDS } from "./list-fields";
import { type ListFilter, readFilter, writeFilter } from "./list-filter";

/** A key of the order: a field of `SORT_FIELDS` or `answers.<field>`, with "-" in front for descending. */
export type SortKey = string;

/** What a list is asked: which rows, and in which order. Empty `sort`: {@link defaultSort}. */
export type ListQuestion = { filters: ListFilter[]; q: string; sort: SortKey[] };

/** A question, and which columns are seen, in order; null: as the member arranged them. */
export type ListAddress = ListQuestion & { columns: string[] | null };

/** A parameter that no list understands: left out of the address, and named to whoever opened it. */
export type DroppedParameter = { name: string; text: string };

const MOST_FILTERS = 20;
const MOST_VALUES = 200;
const MOST_SORT_KEYS = 5;
const MOST_COLUMNS = 60;
const LONGEST_SEARCH = 200;

/**
 * Newest applications first; participants by name, or for whoever does not see names like applications. A search is
 * ordered by how well it fits.
 */
export function defaultSort(
  { q }: Pick<ListQuestion, "q">,
  list: ListKind,
  seesNames = true,
): SortKey[] {
  if (q !== "") return [];
  return list === "participants" && seesNames ? ["name"] : ["-submitted"];
}

/**
 * Reads a list's address: `status=` (repeats), `f=` (repeats, see `readFilter`), `q=`, `sort=` and
 * `columns=` (both with commas between). What cannot be understood is dropped and named, the rest stays.
 */
export function readListAddress(search: URLSearchParams): {
  address: ListAddress;
  dropped: DroppedParameter[];
} {
  const dropped: DroppedParameter[] = [];
  const drop = (name: string, text: string) => void dropped.push({ name, text });
  const address = {
    filters: readFilters(search, drop),
    q: readSearch(search.get("q") ?? "", drop),
    sort: readSort(search.get("sort") ?? "", drop),
    columns: readColumns(search.get("columns")),
  };
  return { address, dropped };
}

/** The address in its one canonical form, without "?": what two equal addresses have in common. */
export function writeListAddress({ filters, q, sort, columns }: ListAddress): URLSearchParams {
  const search = new URLSearchParams();
  for (const filter of filters) {
    if (filter.field === "status" && filter.operator === "is") {
      for (const value of filter.values) search.append("status", value);
    } else search.append("f", writeFilter(filter));
  }
  if (q !== "") search.set("q", q);
  if (sort.length > 0) search.set("sort", sort.map(escapePart).join(","));
  if (columns) search.set("columns", columns.map(escapePart).join(","));
  return search;
}

/** The question alone, canonical: the key of whatever is fetched for it. */
export function questionOf(question: ListQuestion): string {
  return writeListAddress({ ...question, columns: null }).toString();
}

type Drop = (name: string, text: string) => void;

function readFilters(search: URLSearchParams, drop: Drop): ListFilter[] {
  const filters: ListFilter[] = [];
  const statuses = [...new Set(search.getAll("status").filter((each) => each !== ""))];
  const asked = readFilter(writeFilter({ field: "status", operator: "is", values: statuses }));
  if (asked) filters.push(asked);
  else if (statuses.length > 0) drop("status", statuses.join(", "));
  for (const text of search.getAll("f").filter((each) => each !== "")) {
    const filter = filters.length < MOST_FILTERS ? readFilter(text) : null;
    const asked = [...filters, ...(filter ? [filter] : [])].flatMap(({ values }) => values);
    if (filter && asked.length <= MOST_VALUES) filters.push(filter);
    else drop("f", text);
  }
  return filters;
}

function readSearch(text: string, drop: Drop): string {
  const q = text.replaceAll("\0", "").trim();
  if (q.length <= LONGEST_SEARCH) return q;
  drop("q", q);
  return "";
}

function readSort(text: string, drop: Drop): SortKey[] {
  const keys: SortKey[] = [];
  for (const part of text.split(",").filter((each) => each !== "")) {
    const key = unescapeLoosely(part);
    const isNew = !keys.some((each) => fieldOfSort(each) === fieldOfSort(key));
    if (isNew && keys.length < MOST_SORT_KEYS && isSortKey(key)) keys.push(key);
    else drop("sort", part);
  }
  return keys;
}

/** The field that a key of the order names. */
export function fieldOfSort(key: SortKey): string {
  return key.replace(/^-/, "");
}

function isSortKey(key: string): boolean {
  const field = fieldOfSort(key);
  if (field.includes("\0") || field.length > LONGEST_SEARCH) return false;
  return (SORT_FIELDS as readonly string[]).includes(field) || answerKeyOf(field) !== null;
}

function readColumns(text: string | null): string[] | null {
  if (text === null) return null;
  const ids = text.split(",").filter((each) => each !== "" && !each.includes("\0"));
  return [...new Set(ids.map(unescapeLoosely))].slice(0, MOST_COLUMNS);
}

/** A percent sign that escapes nothing stands for itself: somebody typed this address. */
function unescapeLoosely(text: string): string {
  try {
    return unescapePart(text);
  } catch {
    return text;
  }
}
