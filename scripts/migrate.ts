/**
 * Migrations without Prisma's native engine, which cannot be downloaded everywhere.
 *
 *   node --import tsx scripts/migrate.ts              applies what is missing to DATABASE_URL
 *   node --import tsx scripts/migrate.ts new <name>   writes a migration from the edited schema
 *                                                     (the engine wants to reach some database)
 *
 * The same engine as WebAssembly keeps `_prisma_migrations` with Prisma's own checksums, so that
 * `prisma migrate deploy` agrees wherever it can run. See docs/decisions/0002-prisma-without-its-engine.md.
 */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

const ROOT = path.resolve(import.meta.dirname, "..");
const MIGRATIONS = path.join(ROOT, "prisma", "migrations");
const SCHEMA = path.join(ROOT, "prisma", "schema.prisma");
/** The schema as the newest migration left it; `new` compares the edited one with it. */
const MIGRATED_SCHEMA = path.join(MIGRATIONS, "schema.prisma");
const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * The adapter cuts a script at every semicolon, which breaks function bodies. Sent whole, a
 * migration also becomes one transaction.
 */
class WholeScriptPg extends PrismaPg {
  constructor(private readonly pool: pg.Pool) {
    super(pool);
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await this.pool.query(script);
    };
    return adapter;
  }
}

async function withEngine<T>(
  connectionString: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString });
  try {
    const datamodels: [string, string][] = [[SCHEMA, await readFile(SCHEMA, "utf8")]];
    const factory = bindMigrationAwareSqlAdapterFactory(new WholeScriptPg(pool));
    return await work(await SchemaEngine.new({ datamodels }, () => {}, factory));
  } finally {
    await pool.end();
  }
}

async function listMigrations() {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await readFile(path.join(MIGRATIONS, name, "migration.sql"), "utf8"),
        },
      },
    })),
  );
}

/** Applies every migration that the database lacks, and answers their names. */
export async function applyMigrations(connectionString: string): Promise<string[]> {
  const migrationsList = {
    baseDir: MIGRATIONS,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await listMigrations(),
  };
  return withEngine(connectionString, async (engine) => {
    const applied = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return applied.appliedMigrationNames;
  });
}

async function writeMigration(connectionString: string, name: string): Promise<string> {
  const before = await readFile(MIGRATED_SCHEMA, "utf8").catch(() => null);
  const after = await readFile(SCHEMA, "utf8");
  const schemaOf = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
  });
  const sql = await withEngine(connectionString, async (engine) => {
    const from = before === null ? { tag: "empty" as const } : schemaOf(before);
    const to = schemaOf(after);
    const diff = await engine.diff({ from, to, script: true, exitCode: null, filters: NO_FILTERS });
    return diff.stdout ?? "";
  });
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const directory = path.join(MIGRATIONS, `${stamp}_${name}`);
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(directory, "migration.sql"), sql);
  await writeFile(MIGRATED_SCHEMA, after);
  return directory;
}

async function main(): Promise<void> {
  const [command, name] = process.argv.slice(2);
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL names the database to migrate; it is not set.");
  if (command === "new" && name) {
    console.log(`wrote ${path.relative(ROOT, await writeMigration(url, name))}`);
    return;
  }
  const applied = await applyMigrations(url);
  console.log(applied.length === 0 ? "nothing to migrate" : `applied ${applied.join(", ")}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
