import type { TestProject } from "vitest/node";
import { ensureTemplate, startTestCluster, stopTestClusterIfIdle } from "./test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    template: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  project.provide("template", await ensureTemplate(cluster));
  return () => stopTestClusterIfIdle(cluster);
}
