import { isLive } from "@/lib/connections/connection-states";
import { type Sql, withSystemSql } from "@/lib/db";
import { erasureAlarms } from "@/lib/erasures/erasure-alarms";
import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import { readConnectionRecords } from "./connection-record";
import type { ConsoleOverviewView } from "./console-overview-view";
import { countDeliveries } from "./count-deliveries";
import { findOldestWaiting } from "./find-oldest-waiting";
import { findSuspension } from "./find-suspension";
import { judgeHealth } from "./judge-health";
import { readLatestCheck } from "./read-latest-check";
import { readOddities } from "./read-oddities";
import { healthOf } from "./view-connection";

/** What an operator sees first: how all is, and what wants somebody. Throws AppError `unauthenticated`. */
export async function getConsoleOverview(actor: OperatorActor): Promise<ConsoleOverviewView> {
  const operator = await requireOperator(actor);
  const suspension = await findSuspension();
  const lastCheck = await readLatestCheck();
  const alarms = await erasureAlarms();
  const numbers = await withSystemSql(async (sql) => {
    const records = await readConnectionRecords(sql, null);
    const oldest = await findOldestWaiting(sql);
    return {
      connections: countStates(records),
      troubled: records.filter((one) => isLive(one.state) && healthOf(one) === "trouble").length,
      deliveries: {
        ...(await countDeliveries(sql)),
        oldestWaitingAt: oldest?.toISOString() ?? null,
      },
      erasures: await readErasures(sql),
      liveWorkers: await countWorkers(sql),
      oddities: await readOddities(sql),
    };
  });
  const { connections, deliveries, erasures } = numbers;
  const reasons = judgeHealth({ ...numbers, suspension, lastCheck, alarms });
  const health = reasons.some(({ level }) => level === "red")
    ? "red"
    : reasons.length > 0
      ? "yellow"
      : "green";
  return {
    operator: operator.name,
    health,
    reasons,
    connections,
    deliveries,
    erasures,
    suspension,
    lastCheck,
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

async function countWorkers(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM worker_heartbeats
     WHERE seen_at > now() - interval '30 seconds'`,
  );
  return rows[0]?.count ?? 0;
}
