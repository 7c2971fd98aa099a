import { type Db, PgBoss } from "pg-boss";
import { databasePool } from "@/lib/db";
import { QUEUE } from "@/lib/jobs";
import type { JobsView } from "./console-overview-view";

const PURPOSES: Record<(typeof QUEUE)[keyof typeof QUEUE], string> = {
  [QUEUE.syncRun]: "Reads events from Revento, page by page",
  [QUEUE.reconcileSchedule]: "Asks for the daily reconcile of each event",
  [QUEUE.retentionSweep]: "Forgets what is no longer needed",
  [QUEUE.tokenRefresh]: "Keeps tokens of idle events from lapsing",
  [QUEUE.abandonedGrants]: "Ends sign-ins that no browser holds any more",
  [QUEUE.installationCheck]: "Compares our connections with Revento's own list",
  [QUEUE.suspensionCheck]: "Asks Revento whether a suspension is over",
  [QUEUE.healthWatch]: "Writes to the log when health changes",
  [QUEUE.awayCheck]: "Asks again where Revento did not answer",
  [QUEUE.consentWarnings]: "Warns organizers before a consent of a year ends",
};
const purposes = new Map<string, string>(Object.entries(PURPOSES));

/**
 * The job queues as the queue itself counts them (every few seconds, in whichever worker does), with
 * their schedules. None before the first worker has opened them.
 */
export async function readQueues(): Promise<JobsView["queues"]> {
  const db: Db = { executeSql: (text, values) => databasePool().query(text, values) };
  // Never started: it only asks.
  const boss = new PgBoss({ db, registerInstance: false });
  if (!(await boss.isInstalled())) return [];
  const [queues, schedules] = await Promise.all([boss.getQueues(), boss.getSchedules()]);
  const cronOf = new Map(schedules.map(({ name, cron }) => [name, cron]));
  return queues
    .filter(({ name }) => !name.startsWith("__"))
    .map((queue) => ({
      name: queue.name,
      purpose: purposes.get(queue.name) ?? "Background work",
      waiting: queue.queuedCount,
      active: queue.activeCount,
      failed: queue.failedCount,
      oldestWaitingAt: momentBefore(queue.readyOldestSeconds),
      schedule: cronOf.get(queue.name) ?? null,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function momentBefore(seconds: number | null): string | null {
  return seconds === null ? null : new Date(Date.now() - seconds * 1_000).toISOString();
}
