import type { ReviewField } from "@/lib/list-address/list-fields";
import { type ListPlan, rowsOfPlan } from "./list-plan";
import { directionOf } from "./page-order";

/** So many rows of a list, behind so many. */
export type Slice = { skip: number; take: number };

/**
 * SQL of the ids and keys of one page of a list that is ordered by a side alone. Those that the side has are walked
 * along its index; the others, by id, only where the page has room for them: they are last, or first where what is
 * counted begins with 0.
 */
export function sideWalkSql(plan: ListPlan, field: ReviewField, { skip, take }: Slice): string {
  const { order, to } = plan;
  const { idDescending, cursor } = order;
  const { column, key, id, type, has, countsFromZero, isFlag } = plan.sides.order(field);
  const isDown = order.terms[0]?.descending ?? false;
  const absent = countsFromZero ? "0" : null;
  const after = cursor?.keys[0] ?? null;
  const isAmongAbsent = cursor !== null && after === absent;
  const beyond = (column: string) =>
    `${column} ${idDescending ? "<" : ">"} ${to.add(cursor?.id ?? "")}`;
  const most = skip + take;
  const rows = rowsOfPlan(plan);
  const direction = directionOf(isDown);
  const ids = (column: string) => `${column} ${directionOf(idDescending)}`;

  const had = (range: string) => `(SELECT p.participant_id, ${key} AS key_1 FROM ${rows}
    AND ${has} AND ${range}
    ORDER BY ${isFlag ? "" : `${column} ${direction} NULLS ${isDown ? "LAST" : "FIRST"}, `}${ids(id)} LIMIT ${most})`;
  const lacking = (
    range: string,
  ) => `(SELECT p.participant_id, ${absent ?? "NULL"}::${type} AS key_1
    FROM ${rows} AND ${plan.sides.lacks(field)} AND ${range} ORDER BY ${ids("p.participant_id")} LIMIT ${most})`;

  const absentFirst = countsFromZero && !isDown;
  const hadParts = (): string[] => {
    if (cursor === null) return [had("true")];
    if (isAmongAbsent) return absentFirst ? [had("true")] : [];
    const given = `${to.add(after)}::${type}`;
    return [
      had(`${isFlag ? key : column} = ${given} AND ${beyond(id)}`),
      had(`${isFlag ? key : column} ${isDown ? "<" : ">"} ${given}`),
    ];
  };
  const lackingParts = (): string[] => {
    if (isAmongAbsent) return [lacking(beyond("p.participant_id"))];
    return cursor !== null && absentFirst ? [] : [lacking("true")];
  };
  const [first, second] = absentFirst ? [lackingParts(), hadParts()] : [hadParts(), lackingParts()];
  const inOrder = `ORDER BY key_1 ${direction} NULLS LAST, ${ids("participant_id")}`;
  const firstSql = first.length > 0 ? first.join(" UNION ALL ") : empty(type);
  const secondSql = second.length > 0 ? second.join(" UNION ALL ") : empty(type);
  return `WITH first AS MATERIALIZED (SELECT * FROM (${firstSql}) AS walks ${inOrder} LIMIT ${most}),
    second AS MATERIALIZED (SELECT * FROM (${secondSql}) AS walks WHERE (SELECT count(*) FROM first) < ${most})
    SELECT * FROM (SELECT * FROM first UNION ALL SELECT * FROM second) AS walks
    ${inOrder} LIMIT ${take}${skip > 0 ? ` OFFSET ${skip}` : ""}`;
}

const empty = (type: string) =>
  `SELECT NULL::text AS participant_id, NULL::${type} AS key_1 WHERE false`;
