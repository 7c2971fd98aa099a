import { EXCLUDING, type FilterOperator, type ListFilter } from "@/lib/list-address/list-filter";

/** The filters of one field, in the order of the address. */
export function filtersOf(filters: readonly ListFilter[], field: string): ListFilter[] {
  return filters.filter((filter) => filter.field === field);
}

export function isExcluding({ operator }: ListFilter): boolean {
  return EXCLUDING.includes(operator);
}

/** Every value that a field is asked for with an operator, however many filters say it. */
export function valuesOf(
  filters: readonly ListFilter[],
  field: string,
  operator: FilterOperator,
): string[] {
  const said = filters.filter((each) => each.field === field && each.operator === operator);
  return [...new Set(said.flatMap(({ values }) => values))];
}

/** Asks a field for exactly these values with an operator; none takes the filter away. */
export function withValues(
  filters: readonly ListFilter[],
  field: string,
  operator: FilterOperator,
  values: readonly string[],
): ListFilter[] {
  const filter = { field, operator, values: [...values] };
  return replaceSame(filters, filter, values.length > 0 ? [filter] : []);
}

/** Includes a value ("is"), excludes it ("not"), or neither; never both. */
export function withChoice(
  filters: readonly ListFilter[],
  field: string,
  value: string,
  choice: "is" | "not" | null,
): ListFilter[] {
  return (["is", "not"] as const).reduce<ListFilter[]>(
    (rest, operator) => {
      const others = valuesOf(rest, field, operator).filter((each) => each !== value);
      return withValues(rest, field, operator, choice === operator ? [...others, value] : others);
    },
    [...filters],
  );
}

/** Turns a question without values ("answered", "unanswered") on or off. */
export function withFlag(
  filters: readonly ListFilter[],
  field: string,
  operator: "answered" | "unanswered",
  isOn: boolean,
): ListFilter[] {
  const filter = { field, operator, values: [] };
  return replaceSame(filters, filter, isOn ? [filter] : []);
}

/** Puts another filter in the place of `old`; null takes it away, no `old` adds. */
export function withReplaced(
  filters: readonly ListFilter[],
  old: ListFilter | null,
  next: ListFilter | null,
): ListFilter[] {
  if (old === null) return next ? [...filters, next] : [...filters];
  return filters.flatMap((filter) => (filter === old ? (next ?? []) : filter));
}

/** Filters of the same field and question give way to `next`, which stands where the first of them stood. */
function replaceSame(
  filters: readonly ListFilter[],
  { field, operator }: ListFilter,
  next: ListFilter[],
): ListFilter[] {
  const isSame = (each: ListFilter) => each.field === field && each.operator === operator;
  const at = filters.findIndex(isSame);
  const rest = filters.filter((each) => !isSame(each));
  return at < 0 ? [...rest, ...next] : rest.toSpliced(at, 0, ...next);
}
