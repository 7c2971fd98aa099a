import type { FilterOperator } from "@/lib/list-address/list-filter";
import { isShortValue } from "@/lib/list-address/short-value";
import { answerTextSql } from "./answer-sql";
import { foldedPatternsSql, foldedSql, likelySql, searchedPatternsSql } from "./folded-text";
import type { Parameters } from "./parameters";
import { isLongSql, shortValueSql } from "./short-value-sql";

/** A number as JSON writes it, without exponent. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const DAY = /^\d{4}-/;

/**
 * SQL that holds where an answer (SQL of its JSON) is as asked. Errors of the database are out of
 * reach: nothing is cast that might not be what it is cast to.
 */
export function answerCondition(
  answer: string,
  operator: FilterOperator,
  values: string[],
  to: Parameters,
): string {
  if (operator === "answered") return `answer_kind(${answer}) IS NOT NULL`;
  if (operator === "between") return betweenSql(answer, values, to);
  if (operator === "is") return isSql(answer, values, to);
  const given = to.add(values);
  // The search's column holds every answer but yes and no: it leaves few rows to fold.
  return `(p.search LIKE ANY(${searchedPatternsSql(given)}) OR jsonb_typeof(${answer}) = 'boolean')
    AND ${likelySql(`${foldedSql(answerTextSql(answer))} LIKE ANY(${foldedPatternsSql(given)})`)}`;
}

/** Long answers are asked for by another name. */
function isSql(answer: string, values: string[], to: Parameters): string {
  const is = `${answer} @> ANY(${to.add(values.flatMap(asJson))}::jsonb[])`;
  const names = values.filter(isShortValue);
  if (names.length === 0) return is;
  const text = "(item #>> '{}')";
  const items = `CASE jsonb_typeof(${answer}) WHEN 'array' THEN ${answer} ELSE jsonb_build_array(${answer}) END`;
  const isLong = `EXISTS (SELECT FROM jsonb_array_elements(${items}) AS item
    WHERE CASE WHEN ${isLongSql(text)} THEN ${shortValueSql(text)} = ANY(${to.add(names)}::text[]) END)`;
  return `(${is} OR ${isLong})`;
}

/**
 * What an answer that "is" the value can be, or one of the items of a list: exactly this text, for
 * facets tell texts apart by each letter; and this number, yes or no. JSON contains a scalar where it
 * equals it or lists it.
 */
function asJson(value: string): string[] {
  const text = JSON.stringify(value.toWellFormed());
  return NUMBER.test(value) || value === "true" || value === "false" ? [text, value] : [text];
}

/**
 * Days compare the day of dates. Numbers compare as JSON, in whose order nothing but numbers lies between
 * two numbers, and nothing else between a number and the first of yes and no: looking for an answer is
 * what such a test costs, and so it looks no more often than it must.
 */
function betweenSql(answer: string, [from = "", until = ""]: string[], to: Parameters): string {
  if (DAY.test(from || until)) {
    const day = `CASE WHEN answer_kind(${answer}) = 'date' THEN left(${answer} #>> '{}', 10) END`;
    return endsSql(day, from && `${to.add(from)}::text`, until && `${to.add(until)}::text`);
  }
  const [low, high] = [from && `${to.add(from)}::jsonb`, until && `${to.add(until)}::jsonb`];
  if (low) return high ? endsSql(answer, low, high) : `${answer} >= ${low} AND ${answer} < 'false'`;
  return endsSql(`CASE WHEN jsonb_typeof(${answer}) = 'number' THEN ${answer} END`, "", high);
}

/** Both ends of one expression: PostgreSQL sees a range, of which it expects a page to come along soon. */
function endsSql(key: string, from: string, until: string): string {
  const ends = [from && `${key} >= ${from}`, until && `${key} <= ${until}`];
  return ends.filter((end) => end !== "").join(" AND ");
}
