import { type Db, PgBoss, type Queue } from "pg-boss";
import { databasePool } from "@/lib/db";
import { logOf } from "@/lib/log";

/** Payloads carry ids only: what they stand for may be erased while they wait. */
export type SyncJob = { eventId: string; runId: string };

/** The queues of Foyer's background work. The tables behind it are the truth, a job only wakes. */
export const QUEUE = {
  syncRun: "sync.run",
  reconcileSchedule: "reconcile.schedule",
  retentionSweep: "retention.sweep",
  tokenRefresh: "tokens.refresh",
  abandonedGrants: "grants.end-abandoned",
  installationCheck: "installations.check",
  consentWarnings: "consent.warn",
  awayCheck: "revento.ask-after-away",
  suspensionCheck: "revento.ask-about-suspension",
  healthWatch: "health.watch",
} as const;

const KEPT_S = 3_600;
/** A dead worker's job is noticed after this long. */
const HEARTBEAT_S = 10;
const SUPERVISE_EVERY_S = 10;

const QUEUES: Queue[] = [
  // At most one job per event waits. Nothing is repeated: the run stays due until somebody carries it on.
  {
    name: QUEUE.syncRun,
    policy: "short",
    retryLimit: 0,
    expireInSeconds: 900,
    heartbeatSeconds: HEARTBEAT_S,
    deleteAfterSeconds: KEPT_S,
  },
  ...[
    QUEUE.reconcileSchedule,
    QUEUE.retentionSweep,
    QUEUE.tokenRefresh,
    QUEUE.abandonedGrants,
    QUEUE.installationCheck,
    QUEUE.consentWarnings,
    QUEUE.awayCheck,
    QUEUE.suspensionCheck,
    QUEUE.healthWatch,
  ].map((name) => ({
    name,
    policy: "exclusive" as const,
    retryLimit: 3,
    retryDelay: 5,
    heartbeatSeconds: HEARTBEAT_S,
    deleteAfterSeconds: KEPT_S,
  })),
];

/**
 * Opens the job queue (`pg-boss`, its own schema in the same database, through the one pool), with its
 * queues in place. The caller stops it. Throws when the database cannot be reached.
 */
export async function openJobs(): Promise<PgBoss> {
  const pool: Db = { executeSql: (text, values) => databasePool().query(text, values) };
  const boss = new PgBoss({
    db: pool,
    registerInstance: false,
    superviseIntervalSeconds: SUPERVISE_EVERY_S,
  });
  boss.on("error", (error) => logOf("jobs").warn({ err: error }, "the job queue failed"));
  boss.on("warning", ({ message }) =>
    logOf("jobs").warn({ warning: message }, "the job queue warns"),
  );
  try {
    await boss.start();
    for (const { name, ...options } of QUEUES) await boss.createQueue(name, options);
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw error;
  }
}
