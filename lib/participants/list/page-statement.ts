import { createHash } from "node:crypto";
import type { ReviewField } from "@/lib/list-address/list-fields";
import { participantColumns } from "@/lib/participants/view-participant";
import { afterCursorSql } from "./after-cursor";
import { rangesAfter, walkSql } from "./index-walks";
import { type ListPlan, rowsOfPlan } from "./list-plan";
import { orderBySql, type PageOrder } from "./page-order";
import { type Slice, sideWalkSql } from "./side-walk";

const COLUMNS = `${participantColumns("p")}, (SELECT count(*)::int FROM participants AS o
    WHERE o.event_id = p.event_id AND o.user_id = p.user_id AND o.application_id IS NOT NULL AND o.removed_at IS NULL)
    AS applications`;

/**
 * Planning costs as much as reading, so the plans of what pages ask are kept: on each connection, for
 * good, up to half a megabyte each. Whatever else can be asked must not fill the database with plans,
 * and the plan of a search or of a filter depends on its words.
 */
const USUAL_LIMIT = 50;
const USUAL_WALKS = 8;

export type Statement = { name?: string | undefined; text: string; values: unknown[] };

/** How many rows of a list are on a page, and how many before it. */
export type PageBounds = { skip?: number; limit: number };

const keyAt = (at: number) => `key_${at + 1}`;

/** How the keys of a row are named: its cursor is made of them. */
export function keyNames({ terms }: PageOrder): string[] {
  return terms.map((_, at) => keyAt(at));
}

/** One page: its rows and their keys, and one row more where there are any. Null: no row can be meant. */
export function pageStatement(plan: ListPlan, { skip = 0, limit }: PageBounds): Statement | null {
  if (plan.statuses.length === 0) return null;
  const slice = { skip, take: limit + 1 };
  if (plan.order.isIndexed && !plan.isSearch) return walkingStatement(plan, slice);
  return plan.order.side !== null && !plan.isSearch
    ? sideStatement(plan, plan.order.side, slice)
    : sortingStatement(plan, slice);
}

const sliceSql = ({ skip, take }: Slice) => `LIMIT ${take}${skip > 0 ? ` OFFSET ${skip}` : ""}`;

function selectKeys({ terms }: PageOrder): string {
  return terms.map(({ sql }, at) => `${sql} AS ${keyAt(at)}`).join(", ");
}

/** Short walks along an index, merged: costs the same at any depth and for the rarest status. */
function walkingStatement(plan: ListPlan, slice: Slice): Statement {
  const { order, to, source, conditions, statuses } = plan;
  const ranges = rangesAfter(order, to);
  const walks = statuses.flatMap((status) =>
    ranges.map((range) => [source.from, status, range, ...conditions].join(" AND ")),
  );
  const keys = selectKeys(order);
  // Ranges of one status hold hardly more rows than the page does: they are read at once. Of several
  // statuses, or behind rows that are skipped, the rows of the winners only are fetched.
  const text =
    statuses.length === 1 && slice.skip === 0
      ? mergedSql(walks, `${COLUMNS}, ${keys}`, order, slice)
      : selectRows(plan, mergedSql(walks, `p.participant_id, ${keys}`, order, slice));
  const isUsual = isUsualSlice(slice) && walks.length <= USUAL_WALKS && conditions.length === 0;
  return { name: isUsual ? nameOf(text) : undefined, text, values: to.values };
}

function sideStatement(plan: ListPlan, field: ReviewField, slice: Slice): Statement {
  const text = selectRows(plan, sideWalkSql(plan, field, slice));
  const isUsual = isUsualSlice(slice) && plan.conditions.length === 0 && !plan.order.cursor;
  return { name: isUsual ? nameOf(text) : undefined, text, values: plan.to.values };
}

const isUsualSlice = ({ skip, take }: Slice) => skip === 0 && take === USUAL_LIMIT + 1;
const nameOf = (text: string) => `list-${createHash("sha1").update(text).digest("hex")}`;

function mergedSql(walks: string[], keys: string, order: PageOrder, slice: Slice): string {
  const [only = "", ...more] = walks;
  if (more.length === 0) return walkSql(keys, only, order, sliceSql(slice));
  const reach = sliceSql({ skip: 0, take: slice.skip + slice.take });
  const each = walks.map((walk) => `(${walkSql(keys, walk, order, reach)})`).join(" UNION ALL ");
  return `SELECT * FROM (${each}) AS walks
    ORDER BY ${orderBySql(order, keyAt, "participant_id")} ${sliceSql(slice)}`;
}

/** No index has this order: the first rows of all that match. */
function sortingStatement(plan: ListPlan, slice: Slice): Statement {
  const { order, to } = plan;
  const after = afterCursorSql(order, to);
  const keys = `SELECT p.participant_id, ${selectKeys(order)}
    FROM ${rowsOfPlan(plan)}${after ? ` AND ${after}` : ""}
    ORDER BY ${orderBySql(order, keyAt, "p.participant_id")} ${sliceSql(slice)}`;
  return { text: selectRows(plan, keys), values: to.values };
}

function selectRows({ order, event }: ListPlan, keys: string): string {
  return `SELECT ${COLUMNS}, ${keyNames(order).map((key) => `keys.${key}`)}
    FROM (${keys}) AS keys
    JOIN participants AS p ON p.event_id = ${event} AND p.participant_id = keys.participant_id
    ORDER BY ${orderBySql(order, (at) => `keys.${keyAt(at)}`, "keys.participant_id")}`;
}
