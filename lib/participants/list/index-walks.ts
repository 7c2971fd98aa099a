import { directionOf, type PageOrder } from "./page-order";
import type { Parameters } from "./parameters";

/**
 * Ranges of the order's index that follow the cursor, which exclude each other and come one after the
 * other. Written apart, because an OR over them would read the index from its beginning.
 */
export function rangesAfter({ terms, cursor, idDescending }: PageOrder, to: Parameters): string[] {
  const [term] = terms;
  if (!term) return [];
  const { sql, type, nullable, descending } = term;
  if (!cursor) return nullable && !descending ? [`${sql} IS NOT NULL`, `${sql} IS NULL`] : ["true"];
  const afterId = `p.participant_id ${idDescending ? "<" : ">"} ${to.add(cursor.id)}`;
  const [given = null] = cursor.keys;
  if (given === null) return [`${sql} IS NULL AND ${afterId}`];
  const key = `${to.add(given)}::${type}`;
  return [
    `${sql} = ${key} AND ${afterId}`,
    `${sql} ${descending ? "<" : ">"} ${key}`,
    ...(nullable ? [`${sql} IS NULL`] : []),
  ];
}

/** SQL of one walk along the index of this order. `from` ends in a condition; `limit` is its LIMIT clause. */
export function walkSql(columns: string, from: string, order: PageOrder, limit: string): string {
  return `SELECT ${columns} FROM ${from} ORDER BY ${walkOrder(order)} ${limit}`;
}

/** The order inside one range, where there are only nulls or none: exactly what the index gives. */
function walkOrder({ terms, idDescending }: PageOrder): string {
  const keys = terms.map(({ sql, nullable, descending }) => {
    const nulls = nullable ? (descending ? " NULLS LAST" : " NULLS FIRST") : "";
    return `${sql} ${directionOf(descending)}${nulls}`;
  });
  return [...keys, `p.participant_id ${directionOf(idDescending)}`].join(", ");
}
