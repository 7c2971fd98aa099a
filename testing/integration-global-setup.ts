import type { TestProject } from "vitest/node";
import {
  createTestDatabase,
  dropTestDatabase,
  ensureTemplate,
  startTestCluster,
} from "./test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    /** Of each worker, in order. */
    databases: { url: string; adminUrl: string }[];
  }
}

/** Makes a database for each worker that runs tests at a time. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  const template = await ensureTemplate(cluster);
  const names = Array.from(
    { length: Number(project.config.maxWorkers) },
    (_, lane) => `foyer_test_${process.pid}_${lane}`,
  );
  const databases = [];
  for (const name of names) {
    const url = await createTestDatabase(cluster, template, name);
    databases.push({ url, adminUrl: cluster.adminUrl(name) });
  }
  project.provide("databases", databases);
  return async () => {
    for (const name of names) await dropTestDatabase(cluster, name);
    await cluster.leave();
  };
}
