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

/** Which rows a list is about, next to its order. An empty `statuses` means every application. */
export type Slice = { eventId: string; statuses: (string | null)[]; cursor: ListCursor | null };

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

/**
 * SQL of the keys (`participant_id` and the order's column) of one page: a short walk along the index
 * for each status and range, merged. Costs the same at any depth and for the rarest status. `from` is
 * `participants` or a relation with the same columns.
 */
export function selectPageKeys(
  from: string,
  slice: Slice,
  order: ListOrder,
  take: number,
  parameters: Parameters,
): string {
  const event = parameters.add(slice.eventId);
  const statuses =
    slice.statuses.length === 0
      ? ["status IS NOT NULL"]
      : slice.statuses.map((status) =>
          status === null ? "status IS NULL" : `status = ${parameters.add(status)}`,
        );
  const ranges = rangesAfter(order, slice.cursor, parameters);
  const walks = statuses.flatMap((status) =>
    ranges.map(
      (range) => `(SELECT participant_id, ${order.column} FROM ${from}
        WHERE event_id = ${event} AND removed_at IS NULL AND ${status} AND ${range}
        ORDER BY ${walkOrder(order)} LIMIT ${take})`,
    ),
  );
  return `SELECT * FROM (${walks.join(" UNION ALL ")}) AS walks
    ORDER BY ${orderBy(order)} LIMIT ${take}`;
}
