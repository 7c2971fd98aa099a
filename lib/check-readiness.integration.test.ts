import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { GET as live } from "@/app/api/live/route";
import { GET as ready } from "@/app/api/ready/route";
import { beatHeart, stopHeart } from "./beat-heart";
import { databasePool } from "./db";

const id = randomUUID();
afterEach(() => stopHeart(id));

async function answerOf(response: Promise<Response>) {
  const answered = await response;
  return { status: answered.status, body: await answered.json() };
}

test("Foyer is ready with its migrations and a living worker", async () => {
  await beatHeart(id);
  expect(await answerOf(ready(new Request("http://foyer.test/api/ready")))).toEqual({
    status: 200,
    body: { ready: true, reasons: [] },
  });
});

test("without a worker, or with one silent for 30 s, it is not ready, and says so", async () => {
  const silent = {
    status: 503,
    body: { ready: false, reasons: ["no worker showed a sign of life in 30 s"] },
  };
  expect(await answerOf(ready(new Request("http://foyer.test/api/ready")))).toEqual(silent);
  await beatHeart(id);
  await databasePool().query("UPDATE worker_heartbeats SET seen_at = now() - interval '31 s'");
  expect(await answerOf(ready(new Request("http://foyer.test/api/ready")))).toEqual(silent);
});

test("without its newest migration it is not ready, and says so", async () => {
  await beatHeart(id);
  const newest = "(SELECT max(migration_name) FROM _prisma_migrations)";
  await databasePool().query(
    `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ${newest}`,
  );
  const answer = await answerOf(ready(new Request("http://foyer.test/api/ready"))).finally(() =>
    databasePool().query("UPDATE _prisma_migrations SET finished_at = now()"),
  );
  expect(answer.body.reasons).toEqual(["the database lacks a migration"]);
});

test("liveness asks for nothing", async () => {
  const answer = await live(new Request("http://foyer.test/api/live"));
  expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
});
