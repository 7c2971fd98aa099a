import { type Db, PgBoss } from "pg-boss";
import { databasePool } from "@/lib/db";
import { QUEUE } from "@/lib/jobs";

const PAGE = 500;

/**
 * Deletes the queued and the finished jobs that name an event, in every queue. They carry ids only, and
 * whoever is at one of them finds nothing left to do. Answers how many there were.
 */
export async function forgetJobs(eventId: string): Promise<number> {
  const db: Db = { executeSql: (text, values) => databasePool().query(text, values) };
  const quiet = { supervise: false, schedule: false, migrate: false, registerInstance: false };
  const boss = new PgBoss({ db, ...quiet });
  boss.on("error", () => {});
  if (!(await boss.isInstalled())) return 0;
  await boss.start();
  try {
    const known = new Set((await boss.getQueues()).map(({ name }) => name));
    let forgotten = 0;
    for (const queue of Object.values(QUEUE)) {
      if (known.has(queue)) forgotten += await forgetIn(boss, queue, eventId);
    }
    return forgotten;
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function forgetIn(boss: PgBoss, queue: string, eventId: string): Promise<number> {
  for (let forgotten = 0; ; ) {
    const jobs = await boss.findJobs(queue, { data: { eventId }, limit: PAGE });
    if (jobs.length === 0) return forgotten;
    await boss.deleteJob(
      queue,
      jobs.map(({ id }) => id),
    );
    forgotten += jobs.length;
  }
}
