import type { FilterOperator } from "@/lib/list-address/list-filter";
import {
  foldedPatternsSql,
  foldedSql,
  foldedValuesSql,
  likelySql,
  searchedPatternsSql,
} from "./folded-text";
import type { Parameters } from "./parameters";

/**
 * SQL that holds where the name or the e-mail is, or contains, one of the values. The column of the
 * search holds both, folded already: it leaves few rows to fold.
 */
export function textSql(
  field: "name" | "email",
  operator: FilterOperator,
  values: string[],
  to: Parameters,
): string {
  const column = `p.${field}`;
  if (operator === "answered") return `btrim(${column}) <> ''`;
  const given = to.add(values);
  const test =
    operator === "is"
      ? `${foldedSql(column)} = ANY(${foldedValuesSql(given)})`
      : `${foldedSql(column)} LIKE ANY(${foldedPatternsSql(given)})`;
  return `p.search LIKE ANY(${searchedPatternsSql(given)}) AND ${likelySql(test)}`;
}
