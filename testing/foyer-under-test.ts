import { rm } from "node:fs/promises";
import pg from "pg";
import { type Foyer, launchFoyer } from "@/scripts/launch/launch-foyer";
import { makeStateFolder } from "./make-state-folder";
import {
  createTestDatabase,
  dropTestDatabase,
  ensureTemplate,
  startTestCluster,
} from "./test-cluster";
import { nextTestPort } from "./test-ports";
import { controlOf } from "./test-sandbox";

/** Where a running product is, as plain data: any process of a run can meet it. */
export type FoyerAddress = {
  appUrl: string;
  sandboxUrl: string;
  /** The database as superuser. */
  adminUrl: string;
  /** The environment that web and worker run with. */
  env: Record<string, string>;
  /** Where its processes keep their logs and whatever else they write. */
  stateDir: string;
  webPid: number;
  workerPid: number;
};

/** The whole product as separate processes, with the sandbox and a database of its own. */
export type FoyerUnderTest = FoyerAddress & {
  control: ReturnType<typeof controlOf>;
  /** The database as superuser: tests look at it, and sees every event. */
  database: pg.Pool;
  close(): Promise<void>;
};

/** One that a test started itself, and whose processes it may kill. */
export type OwnFoyer = FoyerUnderTest & Pick<Foyer, "parts" | "startAgain">;

/** Opens what a test does with a running product; `close` ends that alone. */
export function meetFoyer(address: FoyerAddress): FoyerUnderTest {
  const database = new pg.Pool({ connectionString: address.adminUrl, max: 2 });
  database.on("error", () => {});
  return {
    ...address,
    control: controlOf(address.sandboxUrl),
    database,
    close: () => database.end(),
  };
}

/** The test database and how to reach it as its owner and as superuser. */
async function openDatabase(name: string) {
  const cluster = await startTestCluster();
  const template = await ensureTemplate(cluster);
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
 * Boots a product for this test alone: production build, worker, sandbox, and a database in the test
 * cluster. `settings` are more of its environment. What needs no processes of its own takes `freshFoyer`.
 */
export async function startFoyerUnderTest(
  settings: Record<string, string> = {},
): Promise<OwnFoyer> {
  const appPort = await nextTestPort();
  const sandboxPort = await nextTestPort();
  const opened = await openDatabase(
    `foyer_run_${process.pid}_${appPort}_${Date.now().toString(36)}`,
  );
  const stateDir = await makeStateFolder("foyer-run-");
  const { appUrl, sandboxUrl, env, parts, startAgain, stop } = await launchFoyer({
    stateDir,
    appPort,
    sandboxPort,
    configured: { DATABASE_URL: opened.url, LOG_LEVEL: "warn", FOYER_DESIGN: "1", ...settings },
  });
  const met = meetFoyer({
    appUrl,
    sandboxUrl: sandboxUrl ?? "",
    adminUrl: opened.adminUrl,
    env,
    stateDir,
    webPid: parts.web.pid,
    workerPid: parts.worker.pid,
  });
  return {
    ...met,
    parts,
    startAgain,
    close: async () => {
      await stop();
      await met.close();
      await opened.drop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}
