import { readBudgetsLeft } from "@/lib/connections/read-budgets-left";
import { type Sql, withSystemSql } from "@/lib/db";
import type { OperatorActor } from "@/lib/operators/operator";
import { requireOperator } from "@/lib/operators/require-operator";
import type { JobsView } from "./console-overview-view";
import { countDeliveries } from "./count-deliveries";
import { findOldestWaiting } from "./find-oldest-waiting";
import { readQueues } from "./read-queues";

/** As for readiness (lib/check-readiness.ts). */
const ALIVE_SECONDS = 30;
const MOST_BUDGETS = 50;
const MOST_FAILURES = 100;

/**
 * What runs in the background: queues, the inbox, syncs, workers, the tightest budgets, refreshes that
 * fail. Throws AppError `unauthenticated`.
 */
export async function getJobs(actor: OperatorActor): Promise<JobsView> {
  await requireOperator(actor);
  const queues = await readQueues();
  return withSystemSql(async (sql) => ({
    queues,
    inbox: await readInbox(sql),
    syncs: await readSyncs(sql),
    workers: await readWorkers(sql),
    budgets: await readBudgets(sql),
    refreshFailures: await readRefreshFailures(sql),
  }));
}

async function readInbox(sql: Sql): Promise<JobsView["inbox"]> {
  const oldest = await findOldestWaiting(sql);
  const { waiting } = await countDeliveries(sql);
  return {
    waiting,
    oldestWaitingAt: oldest?.toISOString() ?? null,
    lagSeconds: oldest && Math.max(0, Math.round((Date.now() - oldest.getTime()) / 1_000)),
  };
}

async function readSyncs(sql: Sql): Promise<JobsView["syncs"]> {
  const { rows } = await sql.query<JobsView["syncs"]>(
    `SELECT count(*) FILTER (WHERE state = 'queued')::int AS queued,
       count(*) FILTER (WHERE state = 'running' AND coalesce(waiting_until <= now(), true))::int AS running,
       count(*) FILTER (WHERE state = 'running' AND waiting_until > now())::int AS "waitingForBudget"
     FROM sync_runs WHERE state IN ('queued', 'running')`,
  );
  return rows[0] ?? { queued: 0, running: 0, waitingForBudget: 0 };
}

async function readWorkers(sql: Sql): Promise<JobsView["workers"]> {
  const { rows } = await sql.query<{
    id: string;
    started_at: Date;
    seen_at: Date;
    is_alive: boolean;
  }>(
    `SELECT id, started_at, seen_at, seen_at > now() - make_interval(secs => $1) AS is_alive
     FROM worker_heartbeats ORDER BY seen_at DESC LIMIT 50`,
    [ALIVE_SECONDS],
  );
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.started_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    isAlive: row.is_alive,
  }));
}

/** Of those that called within the hour, or were asked to wait: the ones with the least left first. */
async function readBudgets(sql: Sql): Promise<JobsView["budgets"]> {
  const { rows } = await sql.query<{
    event_id: string;
    title: string | null;
    paused_until: Date | null;
  }>(
    `SELECT t.event_id, e.title, t.paused_until FROM tokens t
     LEFT JOIN events e ON e.event_id = t.event_id
     CROSS JOIN LATERAL (
       SELECT count(*) AS calls FROM api_calls a
       WHERE a.event_id = t.event_id AND a.holder = 'installation'
         AND a.started_at > now() - interval '65 minutes') used
     WHERE t.holder = 'installation' AND (used.calls > 0 OR t.paused_until > now())
     ORDER BY used.calls DESC LIMIT ${MOST_BUDGETS}`,
  );
  const left = await readBudgetsLeft(
    sql,
    rows.map((row) => row.event_id),
  );
  const none = { hourLeft: 0, minuteLeft: 0, inFlight: 0 };
  return rows
    .map((row) => ({
      eventId: row.event_id,
      title: row.title,
      ...(left.get(row.event_id) ?? none),
      pausedUntil: row.paused_until?.toISOString() ?? null,
    }))
    .sort((a, b) => a.hourLeft - b.hourLeft || a.minuteLeft - b.minuteLeft);
}

async function readRefreshFailures(sql: Sql): Promise<JobsView["refreshFailures"]> {
  const { rows } = await sql.query<{
    event_id: string;
    title: string | null;
    holder: string;
    refresh_failed_at: Date;
    refresh_failure: string | null;
  }>(
    `SELECT t.event_id, e.title, t.holder, t.refresh_failed_at, t.refresh_failure FROM tokens t
     LEFT JOIN events e ON e.event_id = t.event_id
     WHERE t.refresh_failed_at IS NOT NULL ORDER BY t.refresh_failed_at DESC LIMIT ${MOST_FAILURES}`,
  );
  return rows.map((row) => ({
    eventId: row.event_id,
    title: row.title,
    // Whose grant it is, is nobody's business here.
    holder: row.holder === "installation" ? "installation" : "participant",
    at: row.refresh_failed_at.toISOString(),
    failure: row.refresh_failure ?? "unknown",
  }));
}
