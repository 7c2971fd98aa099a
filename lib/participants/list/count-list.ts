import type { Sql } from "@/lib/db";
import type { FacetValueView, ListCountsView } from "@/lib/participants/list-counts-view";
import { type Counted, countStatement } from "./count-statement";
import type { ListContext } from "./list-context";
import type { ListAsked } from "./list-plan";
import { LIST_SCOPES } from "./list-scope";
import { readKeptCounts } from "./read-kept-counts";

const MOST_VALUES = 100;

/** The size of a list and its facets. What the mirror has counted already is not counted again. */
export async function countList(
  sql: Sql,
  asked: ListAsked,
  facets: string[],
  context: ListContext,
): Promise<ListCountsView> {
  const { filters, q } = asked.question;
  if (q !== "" || filters.some(({ field }) => field !== "status")) {
    return scan(sql, asked, facets, context);
  }
  const kept = await readKeptCounts(sql, asked.eventId, LIST_SCOPES[asked.list], filters);
  const others = facets.filter((field) => field !== "status");
  const counted = others.length > 0 ? (await scan(sql, asked, others, context)).facets : {};
  if (!facets.includes("status")) return { total: kept.total, facets: counted };
  const status = viewFacet(ranked(kept.status));
  return { total: kept.total, facets: { ...counted, status } };
}

async function scan(
  sql: Sql,
  asked: ListAsked,
  facets: string[],
  context: ListContext,
): Promise<ListCountsView> {
  const statement = countStatement(asked, facets, context, MOST_VALUES);
  const { rows } = await sql.query<Counted>(statement);
  const facetAt = (at: number) => {
    const found = rows.filter(({ facet }) => facet === at);
    return viewFacet(
      found.flatMap(({ value, count }) => (value === null ? [] : [{ value, count }])),
    );
  };
  return {
    total: rows.find(({ facet }) => facet === -1)?.count ?? 0,
    facets: Object.fromEntries(facets.map((field, at) => [field, facetAt(at)])),
  };
}

function viewFacet(values: FacetValueView[]): ListCountsView["facets"][string] {
  return {
    values: values.slice(0, MOST_VALUES),
    isWhole: values.length <= MOST_VALUES,
  };
}

function ranked(counts: Map<string, number>): FacetValueView[] {
  const values = [...counts].map(([value, count]) => ({ value, count }));
  return values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
