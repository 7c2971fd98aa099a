import { createHash } from "node:crypto";
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { type Postgres, startPostgres } from "@/scripts/postgres/start-postgres";
import { withStartLock } from "@/scripts/postgres/with-start-lock";
import { stateFolder } from "@/scripts/state-folder";

const MIGRATIONS = path.resolve(import.meta.dirname, "../prisma/migrations");

export type TestCluster = Postgres & {
  /** Says that this process needs the cluster no more; the last one stops it. */
  leave(): Promise<void>;
};

/**
 * The PostgreSQL of all tests: real, embedded, and careless about power loss. Runs that overlap share
 * it, so each process that uses it holds a connection until it leaves.
 */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = path.join(await stateFolder(), "test");
  await mkdir(folder, { recursive: true });
  const lock = path.join(folder, "cluster");
  return withStartLock(lock, async () => {
    const cluster = await startPostgres({ directory: path.join(folder, "postgres"), unsafe: true });
    const presence = new pg.Client({ connectionString: cluster.adminUrl() });
    presence.on("error", () => {});
    await presence.connect();
    const leave = () =>
      withStartLock(lock, async () => {
        await presence.end();
        if (await isIdle(cluster)) await cluster.stop();
      });
    return { ...cluster, leave };
  });
}

async function isIdle(cluster: Postgres): Promise<boolean> {
  return asAdmin(cluster, async (admin) => {
    const { rowCount } = await admin.query(
      "SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    return rowCount === 0;
  });
}

async function asAdmin<T>(cluster: Postgres, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: cluster.adminUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function templateName(): Promise<string> {
  const hash = createHash("sha256");
  for (const name of (await readdir(MIGRATIONS)).sort()) {
    hash.update(name);
    hash.update(await readFile(path.join(MIGRATIONS, name, "migration.sql")).catch(() => ""));
  }
  return `foyer_template_${hash.digest("hex").slice(0, 12)}`;
}

/** Makes the migrated database that every test database is a copy of, and answers its name. */
export async function ensureTemplate(cluster: Postgres): Promise<string> {
  const name = await templateName();
  await asAdmin(cluster, async (admin) => {
    await admin.query("SELECT pg_advisory_lock(7001)");
    const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount) return;
    // Whoever was killed in the middle of a migration left a database that no migration goes on with.
    await admin.query(`DROP DATABASE IF EXISTS ${name}_unfinished WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${name}_unfinished OWNER foyer`);
    // Loaded here only: the engine is WebAssembly, and most test processes never need it.
    const { applyMigrations } = await import("@/scripts/migrate");
    await applyMigrations(cluster.url(`${name}_unfinished`));
    await admin.query(`ALTER DATABASE ${name}_unfinished RENAME TO ${name}`);
  });
  return name;
}

/** Makes an empty, migrated database. Answers its address. */
export async function createTestDatabase(
  cluster: Postgres,
  template: string,
  name: string,
): Promise<string> {
  await asAdmin(cluster, async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query("SELECT pg_advisory_lock(7002)"); // two copies of one template exclude each other
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER foyer`);
  });
  return cluster.url(name);
}

export async function dropTestDatabase(cluster: Postgres, name: string): Promise<void> {
  await asAdmin(cluster, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}
