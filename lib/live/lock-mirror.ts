import type { Sql } from "@/lib/db";

/**
 * Waits until this transaction is the only one that writes mirrored rows of the event or records its
 * changes, and keeps it so until the end of the transaction. Always a statement of its own: what a
 * statement reads is older than the locks it takes.
 */
export async function lockMirror(sql: Sql, eventId: string): Promise<void> {
  await sql.query("SELECT pg_advisory_xact_lock(hashtextextended('mirror:' || $1, 0))", [eventId]);
}
