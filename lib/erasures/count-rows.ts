import type { Sql } from "@/lib/db";
import { type ErasableTable, goes } from "./erasable-tables";

/** How many rows of each table would go now, in the caller's transaction. Zeros are among them. */
export async function countRows(
  sql: Sql,
  eventId: string,
  tables: readonly ErasableTable[],
  before: Date | null,
): Promise<Record<string, number>> {
  const counts = tables.map(
    (one) => `(SELECT count(*) FROM ${one.table} t WHERE ${goes(one)})::float8 AS ${one.table}`,
  );
  const counted = await sql.query<Record<string, number>>(`SELECT ${counts.join(", ")}`, [
    eventId,
    before,
  ]);
  return counted.rows[0] ?? {};
}
