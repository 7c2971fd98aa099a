import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { announceChanges } from "./announce-changes";
import { type Listener, listen } from "./listen";
import { lockMirror } from "./lock-mirror";
import { readChanges } from "./read-changes";
import { recordChange } from "./record-change";
import { wake } from "./wake";

let listener: Listener | undefined;
afterEach(() => listener?.close());

async function hear(channels: string[]): Promise<string[]> {
  const heard: string[] = [];
  await new Promise<void>((resolve) => {
    listener = listen(channels, {
      onNotification: (channel, payload) => heard.push(`${channel} ${payload}`.trim()),
      onListening: resolve,
    });
  });
  return heard;
}

test("an event's mirror is written by one transaction at a time, and other events do not wait", async () => {
  const [eventId, other] = [`evt_${randomUUID()}`, `evt_${randomUUID()}`];
  const order: string[] = [];
  const [isLocked, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const first = withEventSql(eventId, async (sql) => {
    await lockMirror(sql, eventId);
    isLocked.resolve();
    await mayEnd.promise;
    order.push("first");
  });
  await isLocked.promise;
  const second = withEventSql(eventId, async (sql) => {
    await lockMirror(sql, eventId);
    order.push("second");
  });
  await withEventSql(other, async (sql) => {
    await lockMirror(sql, other);
    order.push("another event");
  });
  await sleep(100);
  mayEnd.resolve();
  await Promise.all([first, second]);
  expect(order).toEqual(["another event", "first", "second"]);
});

test("changes of an event are numbered without a gap, and a rolled back one leaves none", async () => {
  const eventId = `evt_${randomUUID()}`;
  const record = (id: string, fails = false) =>
    withEventSql(eventId, async (sql) => {
      await recordChange(sql, eventId, "participants", [id]);
      if (fails) throw new Error("changed its mind");
    });
  const all = Array.from({ length: 30 }, (_, n) => record(`ptp_${n}`, n % 5 === 0));
  await Promise.allSettled(all);
  const changes = await readChanges(eventId, 0, 100);
  expect(changes.map(({ seq }) => seq)).toEqual(Array.from({ length: 24 }, (_, n) => n + 1));
});

test("more than 200 ids mean: fetch the topic again", async () => {
  const eventId = `evt_${randomUUID()}`;
  const ids = Array.from({ length: 201 }, (_, n) => `ptp_${n}`);
  await withEventSql(eventId, async (sql) => {
    await recordChange(sql, eventId, "participants", ids);
    await recordChange(sql, eventId, "program", ids.slice(1));
  });
  const changes = await readChanges(eventId, 0, 10);
  expect(changes.map((change) => change.ids.length)).toEqual([0, 200]);
});

test("a thousand announcements become a few, and every event is among them", async () => {
  const heard = await hear(["foyer_changes"]);
  const events = ["evt_one", "evt_two", "evt_three"];
  const all = Array.from({ length: 1_000 }, (_, n) => announceChanges(events[n % 3] ?? ""));
  await Promise.all(all);
  await announceChanges("evt_last");
  await expect.poll(() => heard).toContain("foyer_changes evt_last");
  expect(new Set(heard).size).toBe(4);
  expect(heard.length).toBeLessThan(20);
});

test("workers are woken on their own channels", async () => {
  const heard = await hear(["foyer_inbox", "foyer_syncs"]);
  await Promise.all([wake("foyer_inbox"), wake("foyer_syncs")]);
  await expect.poll(() => heard.toSorted()).toEqual(["foyer_inbox", "foyer_syncs"]);
});
