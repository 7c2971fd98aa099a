import { type Sql, withSystemSql } from "@/lib/db";
import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import { assessHealth } from "./assess-health";
import type { ConsoleOverviewView } from "./console-overview-view";
import { levelOf } from "./judge-health";
import { readLatestCheck } from "./read-latest-check";
import { viewSuspension } from "./view-suspension";

/** What an operator sees first: how all is, and what wants somebody. Throws AppError `unauthenticated`. */
export async function getConsoleOverview(actor: OperatorActor): Promise<ConsoleOverviewView> {
  const operator = await requireOperator(actor);
  const { reasons, records, deliveries, oldestWaitingAt, refusals } = await assessHealth();
  const { hours, lastAt, lastAcceptedAt } = refusals;
  return {
    operator: operator.name,
    health: levelOf(reasons),
    reasons,
    connections: countStates(records),
    deliveries: { ...deliveries, oldestWaitingAt: oldestWaitingAt?.toISOString() ?? null },
    erasures: await withSystemSql(readErasures),
    refusals: { hours, lastAt, lastAcceptedAt },
    suspension: await viewSuspension(),
    lastCheck: await readLatestCheck(),
  };
}

function countStates(records: readonly { state: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of records) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

async function readErasures(sql: Sql): Promise<ConsoleOverviewView["erasures"]> {
  const { rows } = await sql.query<{
    open: number;
    running: number;
    overdue: number;
    next_planned_at: Date | null;
  }>(
    `SELECT count(*) FILTER (WHERE state = 'open')::int AS open,
       count(*) FILTER (WHERE state = 'running')::int AS running,
       count(*) FILTER (WHERE due_at <= now())::int AS overdue,
       min(planned_at) FILTER (WHERE state = 'open') AS next_planned_at
     FROM erasures WHERE state IN ('open', 'running')`,
  );
  const row = rows[0];
  return {
    open: row?.open ?? 0,
    running: row?.running ?? 0,
    overdue: row?.overdue ?? 0,
    nextPlannedAt: row?.next_planned_at?.toISOString() ?? null,
  };
}
