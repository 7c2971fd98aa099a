import type { PgBoss } from "pg-boss";
import { askAfterAway } from "@/lib/connections/ask-after-away";
import { checkInstallations } from "@/lib/connections/check-installations";
import { refreshExpiringTokens } from "@/lib/connections/refresh-expiring-tokens";
import { askAboutSuspension } from "@/lib/connections/suspension";
import { warnOfConsentEnds } from "@/lib/connections/warn-of-consent-ends";
import { watchHealth } from "@/lib/console/watch-health";
import { endAbandonedGrants } from "@/lib/grants/end-abandoned-grants";
import { openJobs, QUEUE, type SyncJob } from "@/lib/jobs";
import { sweepRetention } from "@/lib/sweep-retention";
import { listDueRunsOfAllEvents } from "@/lib/syncs/list-due-runs-of-all-events";
import { requestDueReconciles } from "@/lib/syncs/request-due-reconciles";
import { runSync } from "@/lib/syncs/run-sync";
import { startLoop } from "./loop";

export type Jobs = {
  /** Looks for due runs now, not within the next seconds: call it on `foyer_syncs`. */
  wakeSyncs(): void;
  /** Gives runs under way back and resolves when they have stopped. */
  stop(): Promise<void>;
};

const LOOK_EVERY_MS = 3_000;
/** Runs of different events at once in one worker. One that waits for its budget is not among them. */
const RUNS_AT_ONCE = 4;
const FIRST_SYNC_PRIORITY = 10;
const STOP_WITHIN_MS = 6_000;

/** The everyday work, by cron in UTC. */
const SCHEDULES = [
  { queue: QUEUE.reconcileSchedule, cron: "*/10 * * * *", work: requestDueReconciles },
  { queue: QUEUE.retentionSweep, cron: "17 * * * *", work: sweepRetention },
  { queue: QUEUE.abandonedGrants, cron: "29 * * * *", work: endAbandonedGrants },
  { queue: QUEUE.tokenRefresh, cron: "41 3 * * *", work: refreshExpiringTokens },
  { queue: QUEUE.installationCheck, cron: "7 * * * *", work: () => checkInstallations("schedule") },
  { queue: QUEUE.awayCheck, cron: "* * * * *", work: askAfterAway },
  { queue: QUEUE.suspensionCheck, cron: "*/10 * * * *", work: askAboutSuspension },
  { queue: QUEUE.healthWatch, cron: "* * * * *", work: watchHealth },
  { queue: QUEUE.consentWarnings, cron: "11 6 * * *", work: warnOfConsentEnds },
];

/**
 * Starts everything that runs as a job in this worker. Needs no database to begin with: it is opened as
 * soon as it can be, and looked at again whenever it was away.
 */
export function registerJobs(): Jobs {
  const stopping = new AbortController();
  let boss: PgBoss | undefined;
  let runners: string[] = [];
  let alarm: NodeJS.Timeout | undefined;

  const loop = startLoop("syncs", LOOK_EVERY_MS, async () => {
    if (!boss) {
      ({ boss, runners } = await startAll(stopping.signal, () => loop.wake()));
    }
    const { due, nextInMs } = await listDueRunsOfAllEvents();
    for (const { isFirstSync, ...job } of due) {
      const priority = isFirstSync ? FIRST_SYNC_PRIORITY : 0;
      await boss.send(QUEUE.syncRun, job satisfies SyncJob, {
        singletonKey: job.eventId,
        priority,
      });
    }
    if (due.length > 0) for (const runner of runners) boss.notifyWorker(runner);
    clearTimeout(alarm);
    // The next one is met to the millisecond: a minute of budget is waited for exactly.
    if (nextInMs !== null && nextInMs < LOOK_EVERY_MS) alarm = setTimeout(loop.wake, nextInMs);
  });

  return {
    wakeSyncs: loop.wake,
    stop: async () => {
      stopping.abort();
      clearTimeout(alarm);
      await loop.stop();
      await boss?.stop({ graceful: true, timeout: STOP_WITHIN_MS });
    },
  };
}

/** Opens the queue with everything that works on it, or leaves nothing open. */
async function startAll(
  signal: AbortSignal,
  lookAgain: () => void,
): Promise<{ boss: PgBoss; runners: string[] }> {
  const boss = await openJobs();
  try {
    await startSchedules(boss);
    return { boss, runners: await startRunners(boss, signal, lookAgain) };
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
}

async function startRunners(
  boss: PgBoss,
  signal: AbortSignal,
  lookAgain: () => void,
): Promise<string[]> {
  const runner = () =>
    boss.work<SyncJob>(QUEUE.syncRun, { pollingIntervalSeconds: 2 }, async (jobs) => {
      for (const job of jobs) {
        const { eventId, runId } = job.data;
        const outcome = await runSync(eventId, runId, AbortSignal.any([signal, job.signal]));
        if (outcome.kind === "waiting" && !signal.aborted) lookAgain();
      }
    });
  return Promise.all(Array.from({ length: RUNS_AT_ONCE }, runner));
}

async function startSchedules(boss: PgBoss): Promise<void> {
  for (const { queue, cron, work } of SCHEDULES) {
    await boss.work(queue, { pollingIntervalSeconds: 30 }, async () => {
      await work();
    });
    await boss.schedule(queue, cron);
  }
}
