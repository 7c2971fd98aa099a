import type { Sql } from "@/lib/db";

/** What stands for the inbox of event `$1` among PostgreSQL's advisory locks. */
const INBOX_LOCK = "hashtextextended('inbox:' || $1, 0)";

/** Waits until no worker processes the event's deliveries, and keeps it so until the transaction ends. */
export async function lockInbox(sql: Sql, eventId: string): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(${INBOX_LOCK})`, [eventId]);
}

/**
 * Makes this transaction the only one that processes the event's deliveries; false when another worker is at
 * it. Always a statement of its own: what a statement reads is older than the locks it takes.
 */
export async function tryLockInbox(sql: Sql, eventId: string): Promise<boolean> {
  const { rows } = await sql.query<{ locked: boolean }>(
    `SELECT pg_try_advisory_xact_lock(${INBOX_LOCK}) AS locked`,
    [eventId],
  );
  return rows[0]?.locked === true;
}
