import type { ListCursor } from "./list-cursor";
import type { ListOrder } from "./list-order";

/** Collects the values of a statement and answers their placeholders. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** Which rows a page is about, next to its order. An empty `statuses` means every application. */
export type Slice = { statuses: (string | null)[]; cursor: ListCursor | null };

/**
 * The ranges of an index that come after the cursor, in order. Written apart, because an OR over them
 * would read the index from its beginning.
 */
export function rangesAfter(
  order: ListOrder,
  cursor: ListCursor | null,
  parameters: Parameters,
): string[] {
  const { column, type, nullable, direction, idDirection } = order;
  if (!cursor) {
    return nullable && direction === "ASC"
      ? [`${column} IS NOT NULL`, `${column} IS NULL`]
      : ["true"];
  }
  const afterId = `participant_id ${idDirection === "ASC" ? ">" : "<"} ${parameters.add(cursor.id)}`;
  if (cursor.key === null) return [`${column} IS NULL AND ${afterId}`];
  const key = `${parameters.add(cursor.key)}::${type}`;
  return [
    `${column} = ${key} AND ${afterId}`,
    `${column} ${direction === "ASC" ? ">" : "<"} ${key}`,
    ...(nullable ? [`${column} IS NULL`] : []),
  ];
}

/** The ORDER BY of a whole page. */
export function orderBy({ column, direction, idDirection, nullable }: ListOrder): string {
  const nulls = nullable ? " NULLS LAST" : "";
  return `${column} ${direction}${nulls}, participant_id ${idDirection}`;
}

/** The same order inside one range, where there are only nulls or none: exactly what the index gives. */
function walkOrder({ column, direction, idDirection, nullable }: ListOrder): string {
  const nulls = nullable ? (direction === "ASC" ? " NULLS FIRST" : " NULLS LAST") : "";
  return `${column} ${direction}${nulls}, participant_id ${idDirection}`;
}

/** SQL of a page's slice: one condition for each status and range, which exclude each other. */
export function conditionsOf(slice: Slice, order: ListOrder, parameters: Parameters): string[] {
  const statuses =
    slice.statuses.length === 0
      ? ["status IS NOT NULL"]
      : slice.statuses.map((status) =>
          status === null ? "status IS NULL" : `status = ${parameters.add(status)}`,
        );
  const ranges = rangesAfter(order, slice.cursor, parameters);
  return statuses.flatMap((status) => ranges.map((range) => `${status} AND ${range}`));
}

/** SQL of one short walk along the index of this order. `from` ends in a condition. */
export function selectWalk(
  columns: string,
  from: string,
  condition: string,
  order: ListOrder,
  take: number,
): string {
  return `SELECT ${columns} FROM ${from} AND ${condition} ORDER BY ${walkOrder(order)} LIMIT ${take}`;
}

/**
 * SQL of the keys (`participant_id` and the order's column) of one page: a walk for each condition,
 * merged. Costs the same at any depth and for the rarest status.
 */
export function selectMergedKeys(
  from: string,
  conditions: string[],
  order: ListOrder,
  take: number,
): string {
  const columns = `participant_id, ${order.column}`;
  const walks = conditions.map(
    (condition) => `(${selectWalk(columns, from, condition, order, take)})`,
  );
  return `SELECT * FROM (${walks.join(" UNION ALL ")}) AS walks
    ORDER BY ${orderBy(order)} LIMIT ${take}`;
}
