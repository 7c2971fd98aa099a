import { rm } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { type Foyer, launchFoyer } from "@/scripts/launch/launch-foyer";
import { findFreePort } from "@/scripts/ports";
import { controlOf } from "@/testing/test-sandbox";
import { type BenchRun, openBenchDatabase } from "./bench-run";

export type BenchFoyer = Foyer & {
  sandboxUrl: string;
  control: ReturnType<typeof controlOf>;
  database: pg.Pool;
};

/**
 * The whole product on free ports: production build, worker, a new sandbox, and a new database in the
 * benches' PostgreSQL.
 */
export async function startBenchFoyer(run: BenchRun, name: string): Promise<BenchFoyer> {
  const stateDir = path.join(run.folder, name);
  await rm(stateDir, { recursive: true, force: true });
  const database = await openBenchDatabase(
    run,
    `bench_${name.replaceAll("-", "_")}_${process.pid}`,
  );
  const appPort = await findFreePort(4700);
  const sandboxPort = await findFreePort(appPort + 1);
  const foyer = await run.started.start(
    () =>
      launchFoyer({
        stateDir,
        appPort,
        sandboxPort,
        configured: { DATABASE_URL: database.url },
        say: run.say,
      }),
    (running) => running.stop(),
  );
  const sandboxUrl = foyer.sandboxUrl ?? "";
  return { ...foyer, sandboxUrl, control: controlOf(sandboxUrl), database: database.admin };
}
