import { withSystemSql } from "@/lib/db";
import { refreshStatistics } from "./refresh-statistics";
import { LAST_TABLES } from "./run-erasure";

/**
 * What a worker does once when it starts: a kill right after the last transaction of an erasure left
 * statistics of the few tables that only this one empties.
 */
export async function tidyAfterErasures(): Promise<void> {
  const wasErased = await withSystemSql(async (sql) => {
    const found = await sql.query(
      "SELECT FROM erasures WHERE finished_at > now() - interval '1 day' LIMIT 1",
    );
    return found.rowCount === 1;
  });
  if (wasErased) await refreshStatistics(LAST_TABLES);
}
