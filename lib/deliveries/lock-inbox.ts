import type { Sql } from "@/lib/db";

/** What stands for the inbox of event `$1` among PostgreSQL's advisory locks. */
export const INBOX_LOCK = "hashtextextended('inbox:' || $1, 0)";

/** Waits until no worker processes the event's deliveries, and keeps it so until the transaction ends. */
export async function lockInbox(sql: Sql, eventId: string): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(${INBOX_LOCK})`, [eventId]);
}
