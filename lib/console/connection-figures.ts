import { type BudgetLeft, readBudgetsLeft } from "@/lib/connections/read-budgets-left";
import type { Sql } from "@/lib/db";
import { isReconcileDue, latestReconcileSlot } from "@/lib/syncs/reconcile-slot";

type Row = {
  event_id: string;
  received_at: Date | null;
  waiting: number;
  next_reconcile_at: Date | null;
};

/** What is counted for the connections that are shown, and for no others. */
export type ConnectionFigures = {
  lastReceivedAt: Date | null;
  waiting: number;
  /** Null where none is asked for: the connection has ended, or is paused. */
  nextReconcileAt: Date | null;
  budget: BudgetLeft;
};

/** Across events: the figures of these events, by event. */
export async function readConnectionFigures(
  sql: Sql,
  eventIds: readonly string[],
): Promise<Map<string, ConnectionFigures>> {
  const { rows } = await sql.query<Row>(
    `SELECT c.event_id, last.received_at, waiting.count::int AS waiting,
       CASE WHEN c.state = 'active' AND c.paused_at IS NULL THEN
         CASE WHEN ${isReconcileDue("slot.latest")} THEN slot.latest
           ELSE slot.latest + interval '1 day' END
       END AS next_reconcile_at
     FROM connections c
     CROSS JOIN LATERAL (SELECT ${latestReconcileSlot("c.event_id", "now()")} AS latest) slot
     CROSS JOIN LATERAL (
       SELECT max(received_at) AS received_at FROM deliveries d WHERE d.event_id = c.event_id) last
     CROSS JOIN LATERAL (
       SELECT count(*) FROM deliveries d
       WHERE d.event_id = c.event_id AND d.state = 'pending') waiting
     WHERE c.event_id = ANY($1::text[])`,
    [eventIds],
  );
  const budgets = await readBudgetsLeft(sql, eventIds);
  return new Map(
    rows.map((row) => [
      row.event_id,
      {
        lastReceivedAt: row.received_at,
        waiting: row.waiting,
        nextReconcileAt: row.next_reconcile_at,
        budget: budgets.get(row.event_id) ?? { hourLeft: 0, minuteLeft: 0, inFlight: 0 },
      },
    ]),
  );
}
