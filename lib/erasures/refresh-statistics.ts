import pg from "pg";
import { databasePool } from "@/lib/db";
import { logOf } from "@/lib/log";

/**
 * Makes the planner's statistics anew: they quote values of a table, and keep those of rows that are
 * gone. An empty table is not sampled at all, so its statistics are cleared (PostgreSQL 18 and later).
 * Holds no lock that a reader or writer waits for. Trouble is logged: what is missing then is made up by
 * the next erasure or by autovacuum.
 */
export async function refreshStatistics(tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    try {
      await databasePool().query(`ANALYZE ${pg.escapeIdentifier(table)}`);
      if (await isEmpty(table)) await databasePool().query(CLEAR, [table]);
    } catch (error) {
      logOf("erasures").warn({ err: error, table }, "could not refresh a table's statistics");
    }
  }
}

/** As the ANALYZE of just now found it; false where the server is too old to clear statistics. */
async function isEmpty(table: string): Promise<boolean> {
  const found = await databasePool().query(
    `SELECT FROM pg_class WHERE oid = to_regclass($1) AND reltuples = 0
       AND current_setting('server_version_num')::int >= 180000`,
    [table],
  );
  return found.rowCount === 1;
}

const CLEAR = `
SELECT pg_clear_attribute_stats(n.nspname, c.relname, a.attname, false)
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.oid = to_regclass($1)`;
