import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Sql } from "@/lib/db";
import type { Operator } from "./operator";

export type OperatorAction = {
  /** Left out for what concerns no event; otherwise `sql` is inside that event. */
  eventId?: string;
  action: string;
  /** Why, in the operator's words; the organizer reads it too. */
  reason: string;
  /** Ids, words and counts, never people's data: the organizer sees it. */
  detail?: Record<string, string | number | boolean | null | string[]>;
};

/**
 * Leaves who did what and why in the operators' trail, in the transaction of what it tells. What concerns
 * an event is in the event's audit as well, as done by "operator": organizers see what was done and why,
 * never by whom.
 */
export async function recordOperatorAction(
  sql: Sql,
  { name }: Operator,
  { eventId = "", action, reason, detail = {} }: OperatorAction,
): Promise<void> {
  await sql.query(
    `INSERT INTO operator_actions (event_id, id, operator, action, reason, detail)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [eventId, randomUUID(), name, action, reason, JSON.stringify(detail)],
  );
  if (eventId) await recordAudit(sql, eventId, "operator", action, { ...detail, reason });
}
