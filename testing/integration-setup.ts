/** Gives each test file the database of its worker, empty, before any module of the product is loaded. */
import pg from "pg";
import { afterAll, inject } from "vitest";
import { emptyDatabase } from "./empty-database";
import { testEnvironment } from "./test-environment";
import { testLane } from "./test-ports";

const database = inject("databases")[testLane() - 1];
if (!database) throw new Error(`no database was made for lane ${testLane()}`);

const admin = new pg.Client({ connectionString: database.adminUrl });
await admin.connect();
// The queue makes its own tables when it is first opened.
await admin.query("DROP SCHEMA IF EXISTS pgboss CASCADE");
await emptyDatabase(admin);
await admin.end();

Object.assign(process.env, testEnvironment(database.url), {
  TEST_ADMIN_DATABASE_URL: database.adminUrl,
});

afterAll(async () => {
  const { closeDatabase } = await import("@/lib/db");
  await closeDatabase();
});
