import {
  defaultSort,
  fieldOfSort,
  type ListQuestion,
  type SortKey,
} from "@/lib/list-address/list-address";
import { answerKeyOf, type ListKind, type SortField } from "@/lib/list-address/list-fields";
import { answerTextSql } from "./answer-sql";
import { foldedSql } from "./folded-text";
import type { Parameters } from "./parameters";

/** One key of an order in SQL. Nulls are last in both directions. */
export type SortTerm = {
  sql: string;
  type: "timestamptz" | "text" | "numeric" | "integer";
  nullable: boolean;
  descending: boolean;
};

type Column = Omit<SortTerm, "descending">;

/** Longer texts are equal to the order from here on: a cursor carries them through an address. */
const LONGEST_WORD = 300;
const LONGEST_ANSWER = 100;

const text = (column: string): Column => ({
  sql: `left(${column}, ${LONGEST_WORD})`,
  type: "text",
  nullable: true,
});
const moment = (sql: string, nullable = true): Column => ({ sql, type: "timestamptz", nullable });

const COLUMNS: Record<SortField, Column> = {
  submitted: moment("p.submitted_at"),
  registered: moment("p.registered_at"),
  reviewed: moment("p.last_reviewed_at"),
  updated: moment("p.updated_at", false),
  name: { sql: "p.name_key", type: "text", nullable: false },
  email: text("lower(p.email)"),
  status: text("p.status"),
  role: text("p.role"),
  decision: text("p.last_review_action"),
};

/** The keys that a list is ordered by, as its cursors name them. A search without any: by its rank. */
export function sortOf(question: ListQuestion, list: ListKind): SortKey[] {
  return question.sort.length > 0 ? question.sort : defaultSort(question, list);
}

/** SQL of an order. `rank` is SQL of how well a row fits the search. */
export function sortTerms(sort: SortKey[], rank: string, to: Parameters): SortTerm[] {
  if (sort.length > 0) return sort.flatMap((key) => termsOf(key, to));
  const byRank = { sql: rank, type: "integer", nullable: false, descending: false } as const;
  return [byRank, { ...COLUMNS.submitted, descending: true }];
}

function termsOf(key: SortKey, to: Parameters): SortTerm[] {
  const field = fieldOfSort(key);
  const answer = answerKeyOf(field);
  const columns = answer === null ? [COLUMNS[field as SortField]] : answerColumns(answer, to);
  return columns.map((column) => ({ ...column, descending: key.startsWith("-") }));
}

/**
 * Numbers come before words. JSON's numbers have no end, and PostgreSQL keeps each digit: what nobody
 * tells apart is equal, so that a cursor stays short.
 */
function answerColumns(key: string, to: Parameters): Column[] {
  const answer = `(p.fields -> ${to.add(key)}::text)`;
  const number = `CASE WHEN jsonb_typeof(${answer}) = 'number'
    THEN round(least(greatest((${answer})::numeric, -1e30), 1e30), 12) END`;
  const word = `CASE WHEN answer_kind(${answer}) <> 'number'
    THEN left(${foldedSql(`left(${answerTextSql(answer)}, ${LONGEST_ANSWER})`)}, ${LONGEST_WORD}) END`;
  return [
    { sql: number, type: "numeric", nullable: true },
    { sql: word, type: "text", nullable: true },
  ];
}
