import { type FacetSql, facetSql } from "./facet-sql";
import { filterConditions } from "./filter-conditions";
import type { ListContext } from "./list-context";
import type { ListAsked } from "./list-plan";
import { LIST_SCOPES } from "./list-scope";
import { listSource } from "./list-source";
import type { Statement } from "./page-statement";
import { Parameters } from "./parameters";
import { NOBODY } from "./reader";
import { ReviewSides } from "./review-sides";
import { statusConditions, statusSliceOf } from "./status-slice";

/** A value of a facet and how many rows hold it; `facet` is its place among those asked, -1: the total. */
export type Counted = { facet: number; value: string | null; count: number };

const either = (conditions: string[]) =>
  conditions.length > 0 ? `(${conditions.join(" OR ")})` : "false";
const all = (conditions: string[]) => conditions.join(" AND ") || "true";

/**
 * Counts a list and its facets in one scan. What a facet's own field is asked does not narrow the facet:
 * it is a filter of the other counts. The rows are grouped by whole answers first, of which there are
 * few, and only these are taken apart into values. Of each facet one value more than `most`.
 */
export function countStatement(
  { eventId, list, question, reader = NOBODY }: ListAsked,
  facets: string[],
  context: ListContext,
  most: number,
): Statement {
  const to = new Parameters();
  const event = to.add(eventId);
  const filtered = question.filters.map(({ field }) => field);
  const fields = { sorts: [], filters: filtered, facets };
  const sides = new ReviewSides(event, reader, to);
  const source = listSource(question.q, event, fields, to, reader, sides);
  const scope = LIST_SCOPES[list];
  const others = question.filters.filter(({ field }) => field !== "status");
  const conditions = filterConditions(others, context, to, sides);
  const asked = either(statusConditions(statusSliceOf(question.filters, scope), to));
  if (facets.includes("status")) conditions.set("status", asked);
  const outside = [...conditions]
    .filter(([field]) => !facets.includes(field))
    .map(([, sql]) => sql);
  const scoped = facets.includes("status")
    ? either(statusConditions(statusSliceOf([], scope), to))
    : asked;
  const rows = `${source.from} AND ${all([scoped, ...outside])}`;
  const parts = facets.map((field) => facetSql(field, context, to, sides));
  const own = facets.flatMap((field, at) => {
    const sql = conditions.get(field);
    return sql ? [{ at, sql }] : [];
  });
  return { text: counting(rows, parts, own, most), values: to.values };
}

type OwnCondition = { at: number; sql: string };

function counting(rows: string, parts: FacetSql[], own: OwnCondition[], most: number): string {
  if (parts.length === 0) return `SELECT -1 AS facet, NULL AS value, count(*)::int FROM ${rows}`;
  const answered = [
    ...parts.map(({ grouped }, at) => `${grouped} AS value_${at}`),
    ...own.map(({ at, sql }) => `coalesce((${sql}), false) AS is_${at}`),
  ];
  const grouped = groupsSql(parts.length, own, `SELECT ${answered.join(", ")} FROM ${rows}`);
  const facetOf = ({ values }: FacetSql, at: number) => `
    (SELECT ${at} AS facet, value, sum(count_${at})::int AS count
     FROM grouped CROSS JOIN LATERAL ${values(`value_${at}`)} AS held
     WHERE in_${at} AND count_${at} > 0
     GROUP BY value ORDER BY count DESC, value LIMIT ${most + 1})`;
  return `WITH grouped AS MATERIALIZED (${grouped})
    SELECT -1 AS facet, NULL AS value, coalesce(sum(total), 0)::int AS count FROM grouped WHERE in_0
    UNION ALL ${parts.map(facetOf).join(" UNION ALL ")}`;
}

/** One facet is grouped as such, which PostgreSQL can share out among processes; several in one scan. */
function groupsSql(facets: number, own: OwnCondition[], answered: string): string {
  const values = Array.from({ length: facets }, (_, at) => `value_${at}`);
  const counted = (but: number) => {
    const others = own.filter(({ at }) => at !== but).map(({ at }) => `is_${at}`);
    return others.length > 0 ? `count(*) FILTER (WHERE ${all(others)})` : "count(*)";
  };
  const isIn = (value: string) => (facets > 1 ? `GROUPING(${value}) = 0` : "true");
  const columns = values.map(
    (value, at) => `${value}, ${isIn(value)} AS in_${at}, ${counted(at)} AS count_${at}`,
  );
  const sets = values.map((value) => `(${value})`).join(", ");
  return `SELECT ${columns.join(", ")}, ${counted(-1)} AS total FROM (${answered}) AS answered
    GROUP BY ${facets > 1 ? `GROUPING SETS (${sets})` : sets}`;
}
