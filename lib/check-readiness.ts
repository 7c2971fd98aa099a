import { readdir } from "node:fs/promises";
import path from "node:path";
import { systemPool, withSystemSql } from "@/lib/db";

/** Why this process should get no traffic; nothing: it should. */
export type Readiness = { ready: boolean; reasons: string[] };

const CHECK_WITHIN_MS = 5_000;
const HEARTBEAT_SECONDS = 30;

/**
 * Whether Foyer can work: the database answers, its newest migration is the newest of this code, and
 * a worker showed a sign of life in the last 30 s. Answers within 5 s and never throws.
 */
export async function checkReadiness(): Promise<Readiness> {
  const late = new Promise<string[]>((resolve) => {
    setTimeout(() => resolve(["the database does not answer"]), CHECK_WITHIN_MS).unref();
  });
  const reasons = await Promise.race([findReasons(), late]);
  return { ready: reasons.length === 0, reasons };
}

async function findReasons(): Promise<string[]> {
  try {
    const [migrated, worker] = await Promise.all([isMigrated(), isWorkerAlive()]);
    return [
      ...(migrated ? [] : ["the database lacks a migration"]),
      ...(worker ? [] : [`no worker showed a sign of life in ${HEARTBEAT_SECONDS} s`]),
    ];
  } catch {
    return ["the database does not answer"];
  }
}

async function isMigrated(): Promise<boolean> {
  const entries = await readdir(path.join(process.cwd(), "prisma", "migrations"), {
    withFileTypes: true,
  });
  const newest = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .at(-1);
  const { rows } = await systemPool().query(
    `SELECT 1 FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NOT NULL
     AND rolled_back_at IS NULL`,
    [newest],
  );
  return rows.length > 0;
}

async function isWorkerAlive(): Promise<boolean> {
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query(
      "SELECT 1 FROM worker_heartbeats WHERE seen_at > now() - make_interval(secs => $1) LIMIT 1",
      [HEARTBEAT_SECONDS],
    );
    return rows.length > 0;
  });
}
