import { escapePart, unescapePart } from "./escape-part";
import { answerKeyOf, BUILT_IN_FIELDS, type FieldKind, isBuiltInField } from "./list-fields";
import { LONGEST_VALUE } from "./short-value";

/**
 * What a field can be asked. Of one field any of `is`, `contains`, `between`, `answered`, `unanswered`
 * is enough, and none of `not`, `lacks`, `outside` may hold; different fields must all agree.
 */
export const FILTER_OPERATORS = [
  "is",
  "not",
  "contains",
  "lacks",
  "between",
  "outside",
  "answered",
  "unanswered",
] as const;
export type FilterOperator = (typeof FILTER_OPERATORS)[number];

/**
 * One filter. `is`, `not`, `contains`, `lacks`: one value or more, of which any counts. `between`,
 * `outside`: two, from and to, both included, one of them may be "" for open. `answered`,
 * `unanswered`: none. A status, role, wave, decision, reviewer, domain, rating, label or assignee that is absent is the
 * value "none". A rating `is` the number that it rounds to.
 */
export type ListFilter = { field: string; operator: FilterOperator; values: string[] };

export const EXCLUDING: readonly FilterOperator[] = ["not", "lacks", "outside"];

/** The questions that make sense of each kind. */
export const OPERATORS_OF: Record<FieldKind, readonly FilterOperator[]> = {
  choice: ["is", "not"],
  text: ["is", "not", "contains", "lacks", "answered", "unanswered"],
  list: ["is", "not", "contains", "lacks", "answered", "unanswered"],
  boolean: ["is", "not", "answered", "unanswered"],
  number: ["is", "not", "between", "outside", "answered", "unanswered"],
  date: ["is", "not", "between", "outside", "answered", "unanswered"],
  moment: ["between", "outside", "answered", "unanswered"],
};

const MOST_VALUES = 50;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;

/** Writes a filter as an address does: `answers.track:is:AI,Web`. Reserved are `%`, `:` and `,`. */
export function writeFilter({ field, operator, values }: ListFilter): string {
  const parts = [escapePart(field), operator];
  if (values.length > 0) parts.push(values.map(escapePart).join(","));
  return parts.join(":");
}

/** Reads what {@link writeFilter} wrote; null for anything that no list can be asked. */
export function readFilter(text: string): ListFilter | null {
  const [field = "", operator = "", values, ...rest] = text.split(":");
  if (rest.length > 0) return null;
  try {
    const filter = {
      field: unescapePart(field),
      operator: operator as FilterOperator,
      values: values === undefined ? [] : values.split(",").map(unescapePart),
    };
    return isAskable(filter) ? { ...filter, values: withoutRepeats(filter) } : null;
  } catch {
    return null; // a percent sign that escapes nothing
  }
}

function isAskable({ field, operator, values }: ListFilter): boolean {
  if (!FILTER_OPERATORS.includes(operator)) return false;
  if (field.length > LONGEST_VALUE || [field, ...values].some((each) => each.includes("\0")))
    return false;
  const kind = isBuiltInField(field) ? BUILT_IN_FIELDS[field] : null;
  if (kind ? !OPERATORS_OF[kind].includes(operator) : answerKeyOf(field) === null) return false;
  if (operator === "answered" || operator === "unanswered") return values.length === 0;
  if (operator === "between" || operator === "outside") return isRange(values, kind);
  return values.length > 0 && values.length <= MOST_VALUES && values.every(isValue);
}

const isValue = (value: string) => value !== "" && [...value].length <= LONGEST_VALUE;

function isRange(values: string[], kind: FieldKind | null): boolean {
  const given = values.filter((value) => value !== "");
  if (values.length !== 2 || given.length === 0) return false;
  if (kind !== "number" && given.every(isDay)) return true;
  return (kind === null || kind === "number") && given.every((value) => NUMBER.test(value));
}

/** Whether a day exists: 31 February is refused, as PostgreSQL would. */
function isDay(value: string): boolean {
  if (!DAY.test(value) || value.startsWith("0000")) return false;
  return new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
}

function withoutRepeats({ operator, values }: ListFilter): string[] {
  return operator === "between" || operator === "outside" ? values : [...new Set(values)];
}
