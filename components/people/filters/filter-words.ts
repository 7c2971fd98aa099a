import { fieldWord } from "@/components/people/columns/field-words";
import { BUILT_IN_FIELDS, isBuiltInField, isReviewField } from "@/lib/list-address/list-fields";
import type { ListFilter } from "@/lib/list-address/list-filter";
import { shortDay } from "./days";
import { isExcluding } from "./edit-filters";
import { type ValueNames, valueWord } from "./value-word";

/** One filter in words; what excludes says so in its text, and can be marked besides. */
export type FilterPart = { text: string; isExcluding: boolean };

const MOST_NAMED = 3;

/** The filters of one field as a pill says them: "Favorite track: AI or Web, not Art". */
export function filterWords(
  filters: readonly ListFilter[],
  names: ValueNames,
): { field: string; parts: FilterPart[] } {
  const field = filters[0]?.field ?? "";
  const parts = filters.map((filter) => ({
    text: wordsOf(filter, names),
    isExcluding: isExcluding(filter),
  }));
  return { field: fieldWord(field), parts };
}

/** The same in one sentence, for those who hear it. */
export function filterSentence(filters: readonly ListFilter[], names: ValueNames): string {
  const { field, parts } = filterWords(filters, names);
  return parts.length === 0 ? field : `${field}: ${parts.map(({ text }) => text).join(", ")}`;
}

function wordsOf({ field, operator, values }: ListFilter, names: ValueNames): string {
  const from = field === "domain" ? "from " : "";
  const named = () => inWords(values.map((value) => valueWord(field, value, names)));
  const quoted = () => inWords(values.map((value) => `“${value}”`));
  switch (operator) {
    case "is":
      return from + named();
    case "not":
      return `not ${from}${named()}`;
    case "contains":
      return `contains ${quoted()}`;
    case "lacks":
      return `does not contain ${quoted()}`;
    case "between":
      return rangeInWords(values);
    case "outside":
      return `not ${rangeInWords(values)}`;
    case "answered":
      if (isReviewField(field)) return "there is one";
      return isMoment(field) ? "at some time" : "answered";
    case "unanswered":
      if (isReviewField(field)) return "none";
      return isMoment(field) ? "never" : "not answered";
  }
}

function isMoment(field: string): boolean {
  return isBuiltInField(field) && BUILT_IN_FIELDS[field] === "moment";
}

function inWords(texts: readonly string[]): string {
  if (texts.length <= 1) return texts[0] ?? "";
  if (texts.length <= MOST_NAMED) return `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}`;
  return `${texts.slice(0, MOST_NAMED - 1).join(", ")} or ${texts.length - MOST_NAMED + 1} more`;
}

function rangeInWords([from = "", to = ""]: readonly string[]): string {
  const isDays = [from, to].some((each) => /^\d{4}-\d{2}-\d{2}$/.test(each));
  if (!isDays) return numbersInWords(from, to);
  if (from === "") return `until ${shortDay(to)}`;
  if (to === "") return `since ${shortDay(from)}`;
  if (from === to) return shortDay(from);
  return `${shortDay(from, from.slice(0, 4) !== to.slice(0, 4))} – ${shortDay(to)}`;
}

function numbersInWords(from: string, to: string): string {
  if (from === "") return `${to} or less`;
  if (to === "") return `${from} or more`;
  return from === to ? from : `${from} – ${to}`;
}
