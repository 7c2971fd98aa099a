import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Foyer, launchFoyer } from "@/scripts/launch/launch-foyer";
import type { Postgres } from "@/scripts/postgres/start-postgres";
import { connectByHttp } from "@/testing/connect-by-http";
import { eventually } from "@/testing/eventually";
import { makeStateFolder } from "@/testing/make-state-folder";
import { mirrorOf, truthOf } from "@/testing/mirror-of";
import { nextTestPort } from "@/testing/test-ports";
import { controlOf } from "@/testing/test-sandbox";

const EVENT = "evt_harbor";

let stateDir: string;
let foyer: Foyer;
let postgres: Postgres;
let control: ReturnType<typeof controlOf>;
let database: pg.Pool;

beforeAll(async () => {
  stateDir = await makeStateFolder("foyer-crash-");
  const appPort = await nextTestPort();
  // A port that no other database tries, so that it is still free when this one comes back.
  const ports = { appPort, sandboxPort: await nextTestPort(), databasePort: await nextTestPort() };
  foyer = await launchFoyer({ stateDir, ...ports });
  if (!foyer.postgres) throw new Error("this test needs the embedded PostgreSQL");
  postgres = foyer.postgres;
  control = controlOf(foyer.sandboxUrl ?? "");
  database = new pg.Pool({ connectionString: postgres.adminUrl("foyer"), max: 1 });
  database.on("error", () => {});
});

afterAll(async () => {
  await database?.end();
  await foyer?.stop();
  await rm(stateDir, { recursive: true, force: true });
});

async function crashDatabaseFor(ms: number): Promise<void> {
  await postgres.stop("immediate");
  await sleep(ms);
  await postgres.start();
}

test("a database that crashes in the middle of a sync and of 200 deliveries loses nothing that was acknowledged", async () => {
  await control("clock", { webhook_stamps: "real" });
  await control("act", { action: "add_applications", event_id: EVENT, count: 400, silent: true });
  await control("faults", {
    target: "request",
    path: "/api/v1/events/:id/participants",
    kind: "delay",
    delay_ms: 400,
    times: 1_000,
  });
  await connectByHttp({ appUrl: foyer.appUrl, control }, EVENT, "usr_ana");
  const countRows = async () => (await mirrorOf({ database }, EVENT)).length;
  await eventually(countRows, (rows) => rows >= 100, 60_000);
  await crashDatabaseFor(2_000);
  await eventually(countRows, (rows) => rows >= 400, 90_000);

  await control("flood", {
    event_id: EVENT,
    count: 200,
    concurrency: 4,
    duplicates: 0.05,
    wait: false,
  });
  await sleep(150);
  await postgres.stop("immediate");
  const refused = await fetch(`${foyer.appUrl}/api/ready`);
  expect(refused.status).toBe(503);
  await postgres.start();
  await eventually(
    async () => (await fetch(`${foyer.appUrl}/api/ready`)).status,
    (status) => status === 200,
    15_000,
  );

  for (let round = 0; round < 12; round += 1) {
    await control("deliveries/settle", { timeout_ms: 30_000 });
    await control("clock", { advance_ms: 6 * 60_000 });
  }
  const truth = await truthOf({ control }, EVENT);
  await eventually(
    () => mirrorOf({ database }, EVENT),
    (rows) =>
      JSON.stringify(rows.map((row) => [row.id, row.status])) ===
      JSON.stringify(truth.map((row) => [row.id, row.status])),
    60_000,
  );
  const { data } = (await control("deliveries")) as {
    data: { id: string; attempts: { status: number | null }[] }[];
  };
  const { rows } = await database.query<{ delivery_id: string }>(
    "SELECT delivery_id FROM deliveries WHERE state = 'processed'",
  );
  const processed = new Set(rows.map((row) => row.delivery_id));
  const lost = data.filter(
    (each) => each.attempts.some((attempt) => attempt.status === 200) && !processed.has(each.id),
  );
  expect(lost).toEqual([]);
});
