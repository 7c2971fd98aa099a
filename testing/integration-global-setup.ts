import type { TestProject } from "vitest/node";
import { ensureTemplate, startTestCluster } from "./test-cluster";

declare module "vitest" {
  interface ProvidedContext {
    template: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  project.provide("template", await ensureTemplate(cluster));
  return () => cluster.leave();
}
