import { randomUUID } from "node:crypto";
import type { Sql } from "@/lib/db";
import { env } from "@/lib/env";
import { type EndCause, meaningOf } from "./connection-states";
import { erasureDatesOf } from "./erasure-dates";

export type ErasureDuty = {
  organizationId: string;
  cause: EndCause;
  /** Whether this cause says more than what was known. */
  explainsMore: boolean;
  endedAt: Date;
  /** Revento's own deadline, where it named one. */
  deadlineAt?: Date;
};

/**
 * Opens the erasure of an ended connection, in the transaction of its end, or tightens the one that is
 * open: of several ends the earliest dates count, and the cause that says most; what an operator holds stays held,
 * three days before the deadline at the longest. An erasure that was only
 * emptying the mirror (the event had been connected again) becomes one of everything, by the new plan and
 * the first deadline.
 */
export async function openErasure(sql: Sql, eventId: string, duty: ErasureDuty): Promise<void> {
  const { rule } = meaningOf(duty.cause);
  const { plannedAt, dueAt } = erasureDatesOf({ ...duty, rule }, env().ERASE_AFTER_DAYS);
  await sql.query(
    `INSERT INTO erasures AS e
       (event_id, id, organization_id, scope, state, rule, cause, ended_at, planned_at, due_at)
     VALUES ($1, $2, $3, 'all', 'open', $4, $5, $6, $7, $8)
     ON CONFLICT (event_id) WHERE state IN ('open', 'running') DO UPDATE SET
       scope = 'all',
       state = CASE WHEN e.scope = 'mirror' THEN 'open' ELSE e.state END,
       begun_by = CASE WHEN e.scope = 'mirror' THEN NULL ELSE e.begun_by END,
       started_at = CASE WHEN e.scope = 'mirror' THEN NULL ELSE e.started_at END,
       planned_at = greatest(
         least(excluded.planned_at,
           CASE WHEN e.scope = 'mirror' THEN e.due_at - interval '3 days' ELSE e.planned_at END),
         least(coalesce(e.held_until, '-infinity'),
           least(e.due_at, excluded.due_at) - interval '3 days')),
       due_at = least(e.due_at, excluded.due_at),
       ended_at = least(e.ended_at, excluded.ended_at),
       rule = CASE WHEN 'required' IN (e.rule, excluded.rule) THEN 'required' ELSE e.rule END,
       cause = CASE WHEN $9 THEN excluded.cause ELSE e.cause END`,
    [
      eventId,
      randomUUID(),
      duty.organizationId,
      rule,
      duty.cause,
      duty.endedAt,
      plannedAt,
      dueAt,
      duty.explainsMore,
    ],
  );
}
