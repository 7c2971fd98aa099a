import {
  defaultSort,
  fieldOfSort,
  type ListQuestion,
  type SortKey,
} from "@/lib/list-address/list-address";
import {
  answerKeyOf,
  isReviewField,
  type ListKind,
  type ReviewField,
  type SortField,
} from "@/lib/list-address/list-fields";
import { answerTextSql } from "./answer-sql";
import type { Parameters } from "./parameters";
import type { ReviewSides } from "./review-sides";

/** One key of an order in SQL. Nulls are last in both directions. */
export type SortTerm = {
  sql: string;
  type: "timestamptz" | "text" | "numeric" | "integer" | "double precision" | "int";
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
const moment = (sql: string): Column => ({ sql, type: "timestamptz", nullable: true });

/** Where an application is on its way; words that are new in Revento come last. */
const WORKFLOW = ["pending", "revision_requested", "approved", "rejected", "cancelled"];
const workflowPlace = WORKFLOW.map((status, at) => `WHEN '${status}' THEN ${at}`).join(" ");

const COLUMNS: Record<Exclude<SortField, "status" | ReviewField>, Column> = {
  submitted: moment("p.submitted_at"),
  registered: moment("p.registered_at"),
  reviewed: moment("p.last_reviewed_at"),
  updated: moment("p.changed_at"),
  name: { sql: "p.name_order", type: "text", nullable: false },
  email: text("lower(p.email)"),
  role: text("p.role"),
  decision: text("p.last_review_action"),
};

/** The keys that a list is ordered by, as its cursors name them. A search without any: by its rank. */
export function sortOf(question: ListQuestion, list: ListKind, seesNames = true): SortKey[] {
  return question.sort.length > 0 ? question.sort : defaultSort(question, list, seesNames);
}

/** SQL of an order. `rank` is SQL of how well a row fits the search. */
export function sortTerms(
  sort: SortKey[],
  rank: () => string,
  to: Parameters,
  sides: ReviewSides,
): SortTerm[] {
  if (sort.length > 0) return sort.flatMap((key) => termsOf(key, to, sides));
  const byRank = { sql: rank(), type: "integer", nullable: false, descending: false } as const;
  return [byRank, { ...COLUMNS.submitted, descending: true }];
}

function termsOf(key: SortKey, to: Parameters, sides: ReviewSides): SortTerm[] {
  const field = fieldOfSort(key);
  const answer = answerKeyOf(field);
  const columns =
    answer === null ? columnsOf(field as SortField, sides) : answerColumns(answer, to);
  return columns.map((column) => ({ ...column, descending: key.startsWith("-") }));
}

function columnsOf(field: SortField, sides: ReviewSides): Column[] {
  if (isReviewField(field)) {
    const { key, type, countsFromZero } = sides.order(field);
    return [{ sql: key, type, nullable: !countsFromZero }];
  }
  if (field !== "status") return [COLUMNS[field]];
  const place = `CASE p.status ${workflowPlace} ELSE CASE WHEN p.status IS NOT NULL THEN 9 END END`;
  return [{ sql: place, type: "integer", nullable: true }, text("p.status")];
}

/**
 * Numbers come before words. JSON's numbers have no end, and PostgreSQL keeps each digit: what nobody
 * tells apart is equal, so that a cursor stays short.
 */
function answerColumns(key: string, to: Parameters): Column[] {
  const answer = `(p.fields -> ${to.add(key)}::text)`;
  const number = `CASE WHEN jsonb_typeof(${answer}) = 'number'
    THEN round(least(greatest((${answer})::numeric, -1e30), 1e30), 12) END`;
  const shown = `left(${answerTextSql(answer)}, ${LONGEST_ANSWER})`;
  const word = `CASE WHEN answer_kind(${answer}) <> 'number'
    THEN left(natural_text(fold_text(${shown})), ${LONGEST_WORD}) END`;
  return [
    { sql: number, type: "numeric", nullable: true },
    { sql: word, type: "text", nullable: true },
  ];
}
