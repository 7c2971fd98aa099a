import { randomUUID } from "node:crypto";
import type { Sql } from "@/lib/db";

/**
 * Leaves an entry in the event's audit, in the transaction of what it tells. `actor` is a member's
 * id, a participant's user id, "revento" or "foyer". Takes ids, words and counts in `detail`, never people's data.
 */
export async function recordAudit(
  sql: Sql,
  eventId: string,
  actor: string,
  action: string,
  detail: Record<string, string | number | boolean | null | string[]> = {},
): Promise<void> {
  await sql.query(
    "INSERT INTO audit_entries (event_id, id, actor, action, detail) VALUES ($1, $2, $3, $4, $5)",
    [eventId, randomUUID(), actor, action, JSON.stringify(detail)],
  );
}
