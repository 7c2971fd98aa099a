import path from "node:path";
import { startPart } from "@/scripts/launch/child-process";
import { findFreePort } from "@/scripts/ports";
import { testEnvironment } from "@/testing/test-environment";
import type { BenchDatabase, BenchRun } from "./bench-run";
import type { LoadOutcome } from "./load-generator";

const SECRET = "bench-webhook-secret";

/** What both sides are sent, but for how much and how long. */
export const LOAD = {
  path: "/api/webhooks/revento",
  secret: SECRET,
  connections: 64,
  duplicates: 0.05,
  events: 20,
};

/** A process that takes deliveries, and the table that it puts them into. */
export type Side = { name: string; port: number; table: string; env: Record<string, string> };

/** The table of the other side, like the product's own. */
export async function createExpressTable({ admin }: BenchDatabase): Promise<void> {
  await admin.query(
    `CREATE TABLE express_deliveries (LIKE deliveries INCLUDING ALL);
     ALTER TABLE express_deliveries OWNER TO foyer`,
  );
}

function foyerEnvironment(database: BenchDatabase, port: number): Record<string, string> {
  return {
    ...testEnvironment(database.url),
    NODE_ENV: "production",
    APP_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    REVENTO_WEBHOOK_SECRETS: SECRET,
    DATABASE_POOL_SIZE: "20",
    LOG_LEVEL: "info",
  };
}

/** Throws when a side acknowledged other deliveries than it stored. */
export function requireSame(
  name: string,
  { acknowledged }: LoadOutcome,
  stored: ReadonlySet<string>,
  rows: number,
): void {
  const lost = acknowledged.filter((id) => !stored.has(id)).length;
  if (lost === 0 && rows === acknowledged.length) return;
  throw new Error(
    `${name} acknowledged ${acknowledged.length} deliveries and stored ${rows}; ${lost} are lost`,
  );
}

/** The product's web process alone, on a database. */
export async function startFoyersWeb(
  run: BenchRun,
  database: BenchDatabase,
  logs: string,
): Promise<Side> {
  const port = await findFreePort(4700);
  const env = foyerEnvironment(database, port);
  await run.started.start(
    () =>
      startPart({
        name: "The web process",
        script: "server/main.ts",
        env,
        readyLine: /foyer web listening/,
        logFile: path.join(logs, "web.log"),
      }),
    (part) => part.stop(),
  );
  return { name: "Foyer", port, table: "deliveries", env };
}

/** What one would write first (`express-baseline.ts`), on the same database. */
export async function startExpress(
  run: BenchRun,
  { url }: BenchDatabase,
  logs: string,
  from: number,
): Promise<Side> {
  const port = await findFreePort(from);
  const env = {
    DATABASE_URL: url,
    PORT: String(port),
    WEBHOOK_SECRET: SECRET,
    NODE_ENV: "production",
  };
  await run.started.start(
    () =>
      startPart({
        name: "Express",
        script: "bench/express-baseline.ts",
        env,
        readyLine: /express baseline listening/,
        logFile: path.join(logs, "express.log"),
      }),
    (part) => part.stop(),
  );
  return { name: "Express", port, table: "express_deliveries", env };
}
