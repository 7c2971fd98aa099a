import type { Sql } from "@/lib/db";
import type { ListFilter } from "@/lib/list-address/list-filter";
import type { ListScope } from "./list-scope";
import { passesStatus } from "./status-slice";

export type StatusCounts = { total: number; status: Map<string, number> };

/**
 * The size of a list that is asked for statuses alone, and of each status whatever is asked: kept by
 * the mirror in `participant_counts`, so that nobody counts.
 */
export async function readKeptCounts(
  sql: Sql,
  eventId: string,
  scope: ListScope,
  filters: ListFilter[],
): Promise<StatusCounts> {
  const { rows } = await sql.query<{ status: string; count: number }>({
    name: "list-kept-counts",
    text: "SELECT status, count FROM participant_counts WHERE event_id = $1 AND count > 0",
    values: [eventId],
  });
  const counts: StatusCounts = { total: 0, status: new Map() };
  for (const { status, count } of rows.filter((row) => scope.has(row.status))) {
    const value = status || "none";
    counts.status.set(value, (counts.status.get(value) ?? 0) + count);
    if (passesStatus(filters, status)) counts.total += count;
  }
  return counts;
}
