import { expect, test } from "vitest";
import { databasePool, readEventSql, withEventSql, withSystemSql } from "@/lib/db";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection } from "@/testing/plant-connection";
import { readWithPermission } from "./with-permission";

const SLOW_SECONDS = 0.3;

test("an event that asks for much at once holds up neither another event nor what Foyer itself needs", async () => {
  const [busy, calm] = [await plantConnection(), await plantConnection()];
  const members = await Promise.all(Array.from({ length: 12 }, () => seatIn(busy, "viewer")));
  const other = await seatIn(calm, "viewer");
  let isOver = false;
  const slow = members.flatMap((member) =>
    [1, 2].map(() =>
      readWithPermission(member, busy, "event.read", (sql) =>
        sql.query("SELECT pg_sleep($1)", [SLOW_SECONDS]),
      ),
    ),
  );
  const all = Promise.all(slow).then(() => {
    isOver = true;
  });
  await expect.poll(() => databasePool().totalCount - databasePool().idleCount).toBeGreaterThan(2);
  // More than the pool has: each of these has to find a connection while the slow ones have theirs.
  for (let asked = 0; asked < 5; asked += 1) {
    await readWithPermission(other, calm, "event.read", (sql) => sql.query("SELECT 1"));
    await withSystemSql((sql) => sql.query("SELECT 1"));
  }
  expect(isOver).toBe(false);
  expect(databasePool().totalCount - databasePool().idleCount).toBeLessThanOrEqual(4);
  await all;
});

test("one browser has two of its event's places", async () => {
  const eventId = await plantConnection();
  const [greedy, modest] = [await seatIn(eventId, "viewer"), await seatIn(eventId, "viewer")];
  let isOver = false;
  const slow = Array.from({ length: 9 }, () =>
    readWithPermission(greedy, eventId, "event.read", (sql) => sql.query("SELECT pg_sleep(0.2)")),
  );
  const all = Promise.all(slow).then(() => {
    isOver = true;
  });
  await readWithPermission(modest, eventId, "event.read", (sql) => sql.query("SELECT 1"));
  expect(isOver).toBe(false);
  await all;
});

test("every statement has a time", async () => {
  const eventId = await plantConnection();
  const shown = "SELECT current_setting('statement_timeout') AS most";
  const read = await readEventSql(eventId, (sql) => sql.query(shown));
  const work = await withEventSql(eventId, (sql) => sql.query(shown));
  expect([read.rows[0].most, work.rows[0].most]).toEqual(["5s", "30s"]);
});
