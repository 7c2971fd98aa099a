import type { Sql } from "@/lib/db";
import { budgetOf } from "./api-budget";

/** Calls that the installation token may still make now, and those under way (contract 5). */
export type BudgetLeft = { hourLeft: number; minuteLeft: number; inFlight: number };

/**
 * What is left of the budgets of these events' installation tokens, counted as reserveCall does: a call
 * counts until its answer came, plus the window. Looks across events where `sql` does.
 */
export async function readBudgetsLeft(
  sql: Sql,
  eventIds: readonly string[],
): Promise<Map<string, BudgetLeft>> {
  const [hour, minute] = budgetOf("installation").windows;
  if (!hour || !minute) throw new Error("a budget has an hour and a minute");
  const { rows } = await sql.query<{
    event_id: string;
    in_hour: number;
    in_minute: number;
    in_flight: number;
  }>(
    `SELECT e.event_id, used.in_hour, used.in_minute, used.in_flight
     FROM unnest($1::text[]) AS e(event_id)
     CROSS JOIN LATERAL (
       SELECT
         count(*) FILTER (WHERE ended_at > now() - $2 * interval '1 ms')::int AS in_hour,
         count(*) FILTER (WHERE ended_at > now() - $3 * interval '1 ms')::int AS in_minute,
         count(*) FILTER (WHERE ended_at > now())::int AS in_flight
       FROM (
         SELECT coalesce(finished_at, expires_at) AS ended_at FROM api_calls a
         WHERE a.event_id = e.event_id AND a.holder = 'installation'
           AND a.started_at > now() - interval '65 minutes') calls) used`,
    [eventIds, hour.windowMs, minute.windowMs],
  );
  return new Map(
    rows.map((row) => [
      row.event_id,
      {
        hourLeft: Math.max(0, hour.limit - row.in_hour),
        minuteLeft: Math.max(0, minute.limit - row.in_minute),
        inFlight: row.in_flight,
      },
    ]),
  );
}
