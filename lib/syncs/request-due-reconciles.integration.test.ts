import { createHash } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Sql, withEventSql } from "@/lib/db";
import { forgetEvent } from "@/testing/connected-event";
import { plantConnection } from "@/testing/plant-connection";
import { requestDueReconciles } from "./request-due-reconciles";

const EVENT = "evt_daily";
const OTHER = "evt_other";
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The event's own minute of a day, as anybody can compute it. */
function slotOf(eventId: string, day: string): Date {
  const hash = createHash("md5").update(eventId).digest().readUInt32BE(0);
  return new Date(Date.parse(`${day}T00:00:00Z`) + (hash % 1440) * MINUTE_MS);
}
const SLOT = slotOf(EVENT, "2026-05-04");
const after = (ms: number) => new Date(SLOT.getTime() + ms);

const inEvent = <T>(eventId: string, work: (sql: Sql) => Promise<T>) => withEventSql(eventId, work);
const connect = (eventId: string, state: string, connectedAt: Date) =>
  plantConnection({
    eventId,
    state,
    columns: { state_since: connectedAt, connected_at: connectedAt },
  });
const runsOf = (eventId: string) =>
  inEvent(eventId, async (sql) => {
    const { rows } = await sql.query("SELECT kind, state FROM sync_runs WHERE event_id = $1", [
      eventId,
    ]);
    return rows;
  });
const finishRun = (createdAt: Date) =>
  inEvent(EVENT, (sql) =>
    sql.query(
      "UPDATE sync_runs SET state = 'completed', created_at = $2, finished_at = $2 WHERE event_id = $1",
      [EVENT, createdAt],
    ),
  );

beforeEach(async () => {
  await forgetEvent(EVENT);
  await forgetEvent(OTHER);
});

test("6.8 every connected event is reconciled once a day, at a minute of its own", async () => {
  await connect(EVENT, "active", after(-3 * DAY_MS));
  expect(await requestDueReconciles(after(MINUTE_MS))).toBe(1);
  expect(await runsOf(EVENT)).toEqual([{ kind: "reconcile", state: "queued" }]);
  expect(await requestDueReconciles(after(2 * MINUTE_MS))).toBe(0);
  await finishRun(after(MINUTE_MS));
  expect(await requestDueReconciles(after(DAY_MS - MINUTE_MS))).toBe(0);
  expect(await requestDueReconciles(after(DAY_MS + MINUTE_MS))).toBe(1);
});

test("what was missed while no worker ran is made up for, once", async () => {
  await connect(EVENT, "active", after(-9 * DAY_MS));
  expect(await requestDueReconciles(after(4 * DAY_MS + 5 * 60 * MINUTE_MS))).toBe(1);
  expect(await requestDueReconciles(after(4 * DAY_MS + 6 * 60 * MINUTE_MS))).toBe(0);
});

test("an event that was connected today was read today", async () => {
  await connect(EVENT, "active", after(MINUTE_MS));
  expect(await requestDueReconciles(after(2 * MINUTE_MS))).toBe(0);
});

test("an event whose connection has ended is left alone", async () => {
  await connect(OTHER, "revoked", after(-3 * DAY_MS));
  expect(await requestDueReconciles(after(DAY_MS))).toBe(0);
  expect(await runsOf(OTHER)).toEqual([]);
});
