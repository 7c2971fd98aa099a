/** Gives each vitest worker a database of its own before any module of the product is loaded. */
import { afterAll, inject } from "vitest";
import { createTestDatabase, dropTestDatabase, startTestCluster } from "./test-cluster";
import { testEnvironment } from "./test-environment";

const name = `foyer_test_${process.pid}_${process.env.VITEST_POOL_ID ?? "0"}_${Math.random().toString(36).slice(2, 8)}`;
const cluster = await startTestCluster();
Object.assign(
  process.env,
  testEnvironment(await createTestDatabase(cluster, inject("template"), name)),
  { TEST_ADMIN_DATABASE_URL: cluster.adminUrl(name) },
);

afterAll(async () => {
  const { closeDatabase } = await import("@/lib/db");
  await closeDatabase();
  await dropTestDatabase(cluster, name);
  await cluster.leave();
});
