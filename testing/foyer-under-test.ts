import { rm } from "node:fs/promises";
import pg from "pg";
import { type Foyer, launchFoyer } from "@/scripts/launch/launch-foyer";
import { findFreePort } from "@/scripts/ports";
import { makeStateFolder } from "./make-state-folder";
import {
  createTestDatabase,
  dropTestDatabase,
  ensureTemplate,
  startTestCluster,
} from "./test-cluster";
import { controlOf } from "./test-sandbox";

export type FoyerUnderTest = Foyer & {
  sandboxUrl: string;
  /** Where its processes keep their logs and whatever else they write. */
  stateDir: string;
  control: ReturnType<typeof controlOf>;
  /** The database as superuser: tests look at it, and sees every event. */
  database: pg.Pool;
  close(): Promise<void>;
};

/** The test database and how to reach it as its owner and as superuser. */
async function openDatabase() {
  const cluster = await startTestCluster();
  const template = await ensureTemplate(cluster);
  const name = `foyer_run_${process.pid}_${Date.now().toString(36)}`;
  return {
    url: await createTestDatabase(cluster, template, name),
    adminUrl: cluster.adminUrl(name),
    drop: async () => {
      await dropTestDatabase(cluster, name);
      await cluster.leave();
    },
  };
}

/**
 * The whole product as separate processes on free ports: production build, worker, sandbox, and a
 * database of its own in the test cluster. `settings` are more of its environment.
 */
export async function startFoyerUnderTest(
  settings: Record<string, string> = {},
): Promise<FoyerUnderTest> {
  const opened = await openDatabase();
  const stateDir = await makeStateFolder("foyer-run-");
  const appPort = await findFreePort(3200 + (process.pid % 400));
  const foyer = await launchFoyer({
    stateDir,
    appPort,
    sandboxPort: await findFreePort(appPort + 1),
    configured: { DATABASE_URL: opened.url, LOG_LEVEL: "warn", ...settings },
  });
  const database = new pg.Pool({ connectionString: opened.adminUrl, max: 2 });
  database.on("error", () => {});
  const sandboxUrl = foyer.sandboxUrl ?? "";
  return {
    ...foyer,
    sandboxUrl,
    stateDir,
    control: controlOf(sandboxUrl),
    database,
    close: async () => {
      await foyer.stop();
      await database.end();
      await opened.drop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}
