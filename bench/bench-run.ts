import path from "node:path";
import pg from "pg";
import { applyMigrations } from "@/scripts/migrate";
import { type Postgres, startPostgres } from "@/scripts/postgres/start-postgres";
import type { Measure } from "./measure";
import type { Started } from "./started";

/**
 * What every bench gets. `folder` is the bench's own part of the state folder. `isSmoke`: it only shows that
 * it can run and that what it measures is right, with the least of everything.
 */
export type BenchRun = {
  folder: string;
  started: Started;
  say: (line: string) => void;
  isSmoke: boolean;
};
export type Bench = (run: BenchRun) => Promise<Measure[]>;

export type BenchDatabase = { url: string; adminUrl: string; admin: pg.Pool; name: string };

/** The benches' own PostgreSQL, as safe as in production: `fsync` and all. */
function startBenchPostgres({ folder, started }: BenchRun): Promise<Postgres> {
  return started.start(
    () => startPostgres({ directory: path.join(folder, "postgres") }),
    (postgres) => postgres.stop(),
  );
}

/** A migrated database and a superuser's pool on it. A `kept` one stays for the next run. */
export async function openBenchDatabase(
  run: BenchRun,
  name: string,
  { kept = false } = {},
): Promise<BenchDatabase> {
  const postgres = await startBenchPostgres(run);
  if (!kept) await asAdmin(postgres, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await asAdmin(postgres, `CREATE DATABASE ${name} OWNER foyer`).catch((error: Error) => {
    if (!kept) throw error;
  });
  await applyMigrations(postgres.url(name));
  const admin = await run.started.start(
    async () => new pg.Pool({ connectionString: postgres.adminUrl(name), max: 2 }),
    async (pool) => {
      await pool.end();
      if (!kept) await asAdmin(postgres, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  );
  admin.on("error", () => {});
  return { url: postgres.url(name), adminUrl: postgres.adminUrl(name), admin, name };
}

async function asAdmin(postgres: Postgres, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.adminUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
