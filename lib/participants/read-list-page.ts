import { createHash } from "node:crypto";
import type { Sql } from "@/lib/db";
import { decodeListCursor, encodeListCursor } from "./list-cursor";
import { LIST_ORDERS, type ListOrder, type ListSort } from "./list-order";
import { type ListQuery, searchWords } from "./list-query";
import type { ApplicationListView } from "./participant-view";
import { conditionsOf, orderBy, Parameters, selectMergedKeys, selectWalk } from "./select-page";
import { PARTICIPANT_COLUMNS, type ParticipantRow, viewParticipant } from "./view-participant";

type Found = ParticipantRow & {
  facets: Record<string, number> | null;
  name_key: string;
};

/** What belongs to a list at all. "" is: no application, as in `participant_counts`. */
export type ListScope = { has(status: string): boolean; statuses: (string | null)[] };

const COLUMNS = [...PARTICIPANT_COLUMNS, "name_key"].join(", ");
const COUNTED = `SELECT jsonb_object_agg(status, count) AS facets FROM participant_counts
  WHERE count > 0 AND event_id = `;
const COUNTED_AMONG_MATCHES = `SELECT jsonb_object_agg(status, count) AS facets
  FROM (SELECT coalesce(status, '') AS status, count(*) FROM matches GROUP BY 1) AS counted`;

/**
 * Planning costs as much as reading, so the plans of what pages ask are kept: on each connection, for
 * good, up to half a megabyte each. Whatever else can be asked must not fill the database with plans,
 * and the plan of a search depends on its words.
 */
const USUAL_LIMIT = 50;
const USUAL_WALKS = 8;

/** SQL of a LIKE pattern that finds the folded word literally. Folded first, because folding can make a wildcard. */
function patternOf(word: string): string {
  return `'%' || replace(replace(replace(fold_text(${word}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`;
}

/**
 * SQL of the rows that the words find. The definer function asks the trigram index, which knows
 * nothing of words under three letters: for those the whole event is read.
 */
function selectMatches(words: string[], live: string, order: ListOrder, to: Parameters): string {
  const patterns = words.map((word) => patternOf(to.add(word)));
  const [first = "", ...others] = patterns;
  const columns = `participant_id, status, ${order.column}`;
  if ((words[0] ?? "").length < 3) {
    const found = patterns.map((pattern) => `search LIKE ${pattern}`).join(" AND ");
    return `SELECT ${columns} FROM ${live} AND ${found}`;
  }
  return `SELECT ${columns} FROM search_participants(${first}, ARRAY[${others}]::text[])`;
}

function statement(query: ListQuery, scope: ListScope, order: ListOrder) {
  const parameters = new Parameters();
  const words = searchWords(query.address.q);
  const isSearch = words.length > 0;
  const event = parameters.add(query.eventId);
  const live = `participants WHERE event_id = ${event} AND removed_at IS NULL`;
  const matches = isSearch ? selectMatches(words, live, order, parameters) : "";
  const cursor = query.cursor ? decodeListCursor(query.cursor, sortOf(query)) : null;
  const slice = { statuses: askedStatuses(query, scope), cursor };
  const conditions = conditionsOf(slice, order, parameters);
  const take = query.limit + 1;
  const [only, ...more] = conditions;
  // A page that is one walk is read at once; merged walks fetch the rows of the winners only.
  const page =
    only && more.length === 0 && !isSearch
      ? selectWalk(COLUMNS, live, only, order, take)
      : selectRows(
          selectMergedKeys(isSearch ? "matches WHERE true" : live, conditions, order, take),
          event,
        );
  const text = `${isSearch ? `WITH matches AS MATERIALIZED (${matches})` : ""}
    SELECT counted.facets, page.*
    FROM (${isSearch ? COUNTED_AMONG_MATCHES : COUNTED + event}) AS counted
    LEFT JOIN (${page}) AS page ON true
    ORDER BY ${orderBy(order).replaceAll(/(^|, )/g, "$1page.")}`;
  const isUsual = !isSearch && query.limit === USUAL_LIMIT && conditions.length <= USUAL_WALKS;
  const name = isUsual ? `list-${createHash("sha1").update(text).digest("hex")}` : undefined;
  return { name, text, values: parameters.values };
}

function selectRows(keys: string, event: string): string {
  return `SELECT ${COLUMNS.replaceAll(/(^|, )/g, "$1p.")} FROM (${keys}) AS keys
    JOIN participants AS p ON p.event_id = ${event} AND p.participant_id = keys.participant_id`;
}

function sortOf({ address }: ListQuery): ListSort {
  return (address.sort[0] ?? "-submitted") as ListSort;
}

function statusesOf({ address }: ListQuery): string[] {
  return address.filters.find((filter) => filter.field === "status")?.values ?? [];
}

function askedStatuses(query: ListQuery, scope: ListScope): (string | null)[] {
  const statuses = statusesOf(query);
  if (statuses.length === 0) return scope.statuses;
  const asked = new Set(statuses.map((status) => (status === "none" ? "" : status)));
  const inScope = [...asked].filter((status) => scope.has(status));
  // A status that cannot be in this list finds nothing; an empty list would mean all.
  return inScope.length === 0 ? ["\u0001"] : inScope.map((status) => status || null);
}

function keyOf(row: Found, order: ListOrder): string | null {
  const key = row[order.column];
  return key instanceof Date ? key.toISOString() : key;
}

/** One page of a list and its counts, in one statement. Throws AppError `invalid` for a foreign cursor. */
export async function readListPage(
  sql: Sql,
  query: ListQuery,
  scope: ListScope,
): Promise<ApplicationListView> {
  const order = LIST_ORDERS[sortOf(query)];
  const { rows: found } = await sql.query<Found>(statement(query, scope, order));
  // Without rows the join still answers one, of nulls but for the counts.
  const rows = found.filter((row) => row.participant_id !== null);
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
  const status = facetsOf(found[0]?.facets ?? {}, scope);
  const statuses = statusesOf(query);
  const asked = statuses.length === 0 ? Object.keys(status) : statuses;
  return {
    rows: rows.slice(0, query.limit).map(viewParticipant),
    total: [...new Set(asked)].reduce((sum, name) => sum + countOf(status, name), 0),
    facets: { status },
    nextCursor: last
      ? encodeListCursor({ sort: sortOf(query), key: keyOf(last, order), id: last.participant_id })
      : null,
  };
}

/** Asked with words of whoever calls: "constructor" is no status, though every object has one. */
function countOf(facets: Record<string, number>, status: string): number {
  return Object.hasOwn(facets, status) ? (facets[status] ?? 0) : 0;
}

function facetsOf(counted: Record<string, number>, scope: ListScope): Record<string, number> {
  const inScope = Object.entries(counted).filter(([status]) => scope.has(status));
  return Object.fromEntries(inScope.map(([status, count]) => [status || "none", count]));
}
