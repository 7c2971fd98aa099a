import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { withSystemSql } from "@/lib/db";
import { plantConnection, plantRow } from "@/testing/plant-connection";
import { readRefusals } from "./read-refusals";

const NOW = new Date("2026-11-29T12:20:00Z");

beforeEach(() =>
  withSystemSql((sql) => sql.query("DELETE FROM deliveries; DELETE FROM delivery_refusals")),
);

/** Refusals of one hour of the clock, by the times of its first and its last. */
async function refuse(first: string, last: string, count = 1): Promise<void> {
  const at = (time: string) => `2026-11-29T${time}:00Z`;
  await withSystemSql((sql) =>
    sql.query(
      `INSERT INTO delivery_refusals (hour, reason, count, first_at, last_at)
       VALUES (date_trunc('hour', $1::timestamptz, 'UTC'), 'signature', $2, $1, $3)`,
      [at(first), count, at(last)],
    ),
  );
}

async function accept(time: string): Promise<void> {
  const at = new Date(`2026-11-29T${time}:00Z`);
  await plantRow(await plantConnection(), "deliveries", {
    delivery_id: randomUUID(),
    signature: randomBytes(32),
    type: "ping",
    envelope_id: randomUUID(),
    occurred_at: at,
    received_at: at,
  });
}

const read = () => withSystemSql((sql) => readRefusals(sql, NOW));

test("those of this hour of the clock and the one before are recent, those of the last day are shown", async () => {
  await refuse("09:10", "09:50", 5);
  await refuse("11:00", "11:05", 3);
  await refuse("12:01", "12:19", 4);
  const { recent, hours, lastAt, lastAcceptedAt } = await read();
  expect(recent).toBe(7);
  expect(hours.map(({ count }) => count)).toEqual([4, 3, 5]);
  expect([lastAt, lastAcceptedAt]).toEqual(["2026-11-29T12:19:00.000Z", null]);
});

test("there is nothing but refusals since the first of them, or since the last that was accepted", async () => {
  await refuse("12:01", "12:19");
  expect((await read()).onlySince?.toISOString()).toBe("2026-11-29T12:01:00.000Z");
  await accept("12:10");
  expect((await read()).onlySince?.toISOString()).toBe("2026-11-29T12:10:00.000Z");
  await accept("12:20");
  expect((await read()).onlySince).toBeNull();
});
