import { isLive } from "@/lib/connections/connection-states";
import { findSuspension } from "@/lib/connections/suspension";
import { type Sql, withSystemSql } from "@/lib/db";
import { erasureAlarms } from "@/lib/erasures/erasure-alarms";
import { type ConnectionRecord, readConnectionRecords } from "./connection-record";
import { countDeliveries } from "./count-deliveries";
import { findOldestWaiting } from "./find-oldest-waiting";
import type { HealthReason } from "./health-view";
import { judgeHealth } from "./judge-health";
import { readLatestCheck } from "./read-latest-check";
import { readLifecycleFigures } from "./read-lifecycle-figures";
import { readOddities } from "./read-oddities";
import { type Refusals, readRefusals } from "./read-refusals";
import { healthOf } from "./view-connection";

export type Assessment = {
  reasons: HealthReason[];
  records: ConnectionRecord[];
  deliveries: Awaited<ReturnType<typeof countDeliveries>>;
  oldestWaitingAt: Date | null;
  refusals: Refusals;
};

/**
 * The one look at how Foyer is, across events: what the console says, `GET /api/health`, and the log. The caller
 * decides who may see which part of it. Rejects when the database is away.
 */
export async function assessHealth(): Promise<Assessment> {
  const alarms = await erasureAlarms();
  const suspension = await findSuspension();
  const check = await readLatestCheck();
  const facts = await withSystemSql(async (sql) => ({
    records: await readConnectionRecords(sql, null),
    deliveries: await countDeliveries(sql),
    oldestWaitingAt: await findOldestWaiting(sql),
    backlogGrowth: await measureBacklog(sql),
    refusals: await readRefusals(sql),
    lifecycle: await readLifecycleFigures(sql),
    liveWorkers: await countWorkers(sql),
    oddities: await readOddities(sql),
  }));
  const reasons = judgeHealth({
    ...facts,
    alarms,
    suspendedSince: suspension?.begunAt ?? null,
    troubled: facts.records.filter((one) => isLive(one.state) && healthOf(one) === "trouble")
      .length,
    checkFailure: check?.failure ?? null,
  });
  return { ...facts, reasons };
}

/** How many deliveries of the last ten minutes wait, but for those that have just come. */
async function measureBacklog(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM deliveries WHERE state = 'pending'
       AND received_at BETWEEN now() - interval '10 minutes' AND now() - interval '10 seconds'`,
  );
  return rows[0]?.waiting ?? 0;
}

async function countWorkers(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM worker_heartbeats
     WHERE seen_at > now() - interval '30 seconds'`,
  );
  return rows[0]?.count ?? 0;
}
