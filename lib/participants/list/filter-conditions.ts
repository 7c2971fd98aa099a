import {
  answerKeyOf,
  BUILT_IN_FIELDS,
  isBuiltInField,
  isReviewField,
} from "@/lib/list-address/list-fields";
import { EXCLUDING, type FilterOperator, type ListFilter } from "@/lib/list-address/list-filter";
import { answerCondition } from "./answer-condition";
import { type ChoiceField, isChoiceSql, isDuplicateSql, isWaveSql } from "./choice-sql";
import type { ListContext } from "./list-context";
import { betweenDaysSql, hasMomentSql, type MomentField } from "./moment-sql";
import type { Parameters } from "./parameters";
import type { ReviewSides } from "./review-sides";
import { textSql } from "./text-sql";

/** The question that an excluding one turns around. */
const POSITIVE: Partial<Record<FilterOperator, FilterOperator>> = {
  not: "is",
  lacks: "contains",
  outside: "between",
  unanswered: "answered",
};

/**
 * SQL of what each filtered field has to be: any of its positive questions, and none of the excluding
 * ones. A row that has no answer passes what excludes.
 */
export function filterConditions(
  filters: ListFilter[],
  context: ListContext,
  to: Parameters,
  sides: ReviewSides,
): Map<string, string> {
  const conditions = new Map<string, string>();
  for (const field of new Set(filters.map((filter) => filter.field))) {
    const mine = filters.filter((filter) => filter.field === field);
    conditions.set(
      field,
      fieldCondition(mine, (filter) => positiveSql(filter, context, to, sides)),
    );
  }
  return conditions;
}

function fieldCondition(filters: ListFilter[], positive: (filter: ListFilter) => string): string {
  const sqlOf = (filter: ListFilter) => {
    const operator = POSITIVE[filter.operator] ?? filter.operator;
    const holds = `(${positive({ ...filter, operator })})`;
    return operator === filter.operator ? holds : `NOT coalesce(${holds}, false)`;
  };
  const excludes = ({ operator }: ListFilter) => EXCLUDING.includes(operator);
  const wanted = filters.filter((filter) => !excludes(filter)).map(sqlOf);
  const unwanted = filters.filter(excludes).map(sqlOf);
  const all = wanted.length > 0 ? [`(${wanted.join(" OR ")})`, ...unwanted] : unwanted;
  return all.join(" AND ");
}

function positiveSql(
  filter: ListFilter,
  context: ListContext,
  to: Parameters,
  sides: ReviewSides,
): string {
  const { field, operator, values } = filter;
  const key = answerKeyOf(field);
  if (key !== null) {
    return answerCondition(`(p.fields -> ${to.add(key)}::text)`, operator, values, to);
  }
  if (isReviewField(field)) {
    if (operator === "between") return sides.isBetween(field, values);
    return operator === "answered" ? sides.isAnswered(field) : sides.isOneOf(field, values);
  }
  const kind = isBuiltInField(field) ? BUILT_IN_FIELDS[field] : null;
  if (field === "duplicates") return isDuplicateSql(values);
  if (field === "wave") return isWaveSql(values, context, to);
  if (kind === "choice") return isChoiceSql(field as ChoiceField, values, to);
  if (kind === "text") return textSql(field as "name" | "email", operator, values, to);
  const moment = field as MomentField;
  return operator === "between"
    ? betweenDaysSql(moment, values, context.zoneInSql, to)
    : hasMomentSql(moment);
}
