import type { PageOrder } from "./page-order";
import type { Parameters } from "./parameters";
import type { SortTerm } from "./sort-terms";

/** SQL that holds for the rows after the cursor, whatever the order; null without a cursor. */
export function afterCursorSql(order: PageOrder, to: Parameters): string | null {
  const { terms, cursor, idDescending } = order;
  if (!cursor) return null;
  const keys = terms.map(({ type }, at) => {
    const key = cursor.keys[at] ?? null;
    return key === null ? null : `${to.add(key)}::${type}`;
  });
  const equal = terms.map(({ sql }, at) => (keys[at] ? `${sql} = ${keys[at]}` : `${sql} IS NULL`));
  const later = terms.flatMap((term, at) => {
    const key = keys[at];
    return key ? [[...equal.slice(0, at), beyondSql(term, key)].join(" AND ")] : [];
  });
  const id = `p.participant_id ${idDescending ? "<" : ">"} ${to.add(cursor.id)}`;
  return `(${[...later, [...equal, id].join(" AND ")].join(" OR ")})`;
}

function beyondSql({ sql, descending, nullable }: SortTerm, key: string): string {
  const beyond = `${sql} ${descending ? "<" : ">"} ${key}`;
  return nullable ? `(${beyond} OR ${sql} IS NULL)` : beyond;
}
