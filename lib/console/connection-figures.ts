import { type BudgetLeft, readBudgetsLeft } from "@/lib/connections/read-budgets-left";
import type { Sql } from "@/lib/db";

/** What is counted for the connections that are shown, and for no others. */
export type ConnectionFigures = {
  lastReceivedAt: Date | null;
  waiting: number;
  budget: BudgetLeft;
};

/** Across events: the figures of these events, by event. */
export async function readConnectionFigures(
  sql: Sql,
  eventIds: readonly string[],
): Promise<Map<string, ConnectionFigures>> {
  const { rows } = await sql.query<{ event_id: string; received_at: Date | null; waiting: number }>(
    `SELECT e.event_id, last.received_at, waiting.count::int AS waiting
     FROM unnest($1::text[]) AS e(event_id)
     CROSS JOIN LATERAL (
       SELECT max(received_at) AS received_at FROM deliveries d WHERE d.event_id = e.event_id) last
     CROSS JOIN LATERAL (
       SELECT count(*) FROM deliveries d
       WHERE d.event_id = e.event_id AND d.state = 'pending') waiting`,
    [eventIds],
  );
  const budgets = await readBudgetsLeft(sql, eventIds);
  return new Map(
    rows.map((row) => [
      row.event_id,
      {
        lastReceivedAt: row.received_at,
        waiting: row.waiting,
        budget: budgets.get(row.event_id) ?? { hourLeft: 0, minuteLeft: 0, inFlight: 0 },
      },
    ]),
  );
}
