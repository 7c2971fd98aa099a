import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { ChangeChannel } from "./change-channel";
import type { Concerns } from "./read-changes";
import { recordChange, type Topic } from "./record-change";

const EVERYTHING: Concerns = { topics: ["event", "grants"], ids: [] };

function subscriber(concerns = EVERYTHING) {
  const heard: string[] = [];
  return {
    heard,
    concerns,
    onHead: (head: number) => void heard.push(`head ${head}`),
    onChanges: (changes: readonly { seq: number }[]) =>
      void heard.push(...changes.map(({ seq }) => `change ${seq}`)),
    onMissed: (changes: readonly { seq: number }[], head: number) =>
      void heard.push(...changes.map(({ seq }) => `missed ${seq}`), `up to ${head}`),
    onReset: (head: number) => void heard.push(`reset ${head}`),
  };
}

test("whoever still listens to an event that was erased and connected again begins anew", async () => {
  const eventId = `evt_${randomUUID()}`;
  const record = () => withEventSql(eventId, (sql) => recordChange(sql, eventId, "event", []));
  for (let n = 0; n < 3; n += 1) await record();
  const channel = new ChangeChannel(eventId);
  const page = subscriber();
  await channel.join(page, null);
  await channel.restart();
  await withEventSql(eventId, async (sql) => {
    await sql.query("DELETE FROM changes WHERE event_id = $1", [eventId]);
    await sql.query("DELETE FROM change_heads WHERE event_id = $1", [eventId]);
  });
  await record();
  await channel.restart();
  await record();
  await channel.refresh();
  expect(page.heard).toEqual(["head 3", "reset 1", "change 2"]);
});

const MINE: Concerns = { topics: ["event"], ids: ["usr_ann"] };

async function eventWith(changes: [Topic, string[]][]): Promise<string> {
  const eventId = `evt_${randomUUID()}`;
  for (const [topic, ids] of changes) {
    await withEventSql(eventId, (sql) => recordChange(sql, eventId, topic, ids));
  }
  return eventId;
}

test.each([
  ["from the database", false],
  ["from memory", true],
])("whoever comes back is told %s what concerns them, and no more", async (_, isKept) => {
  const others = Array.from({ length: 600 }, (): [Topic, string[]] => ["grants", ["usr_bob"]]);
  const changes: [Topic, string[]][] = [
    ["event", []],
    ["grants", ["usr_ann"]],
    ...others,
    ["grants", []],
  ];
  const eventId = await eventWith(isKept ? [] : changes);
  const channel = new ChangeChannel(eventId);
  await channel.join(subscriber(), null);
  if (isKept) {
    for (const [topic, ids] of changes)
      await withEventSql(eventId, (sql) => recordChange(sql, eventId, topic, ids));
    await channel.refresh();
  }
  const ann = subscriber(MINE);
  await channel.join(ann, 1);
  expect(ann.heard).toEqual(["missed 2", "missed 603", "up to 603"]);
  const bob = subscriber({ topics: ["event"], ids: ["usr_bob"] });
  await channel.join(bob, 1);
  expect(bob.heard).toEqual(["reset 603"]);
});

test("what is not known any more is not told as if it were all", async () => {
  const eventId = await eventWith([
    ["event", []],
    ["event", []],
    ["event", []],
  ]);
  await withEventSql(eventId, (sql) =>
    sql.query("DELETE FROM changes WHERE event_id = $1 AND seq <= 2", [eventId]),
  );
  const channel = new ChangeChannel(eventId);
  const [early, late] = [subscriber(), subscriber()];
  await channel.join(early, 1);
  await channel.join(late, 2);
  expect([early.heard, late.heard]).toEqual([["reset 3"], ["missed 3", "up to 3"]]);
});

test("a page that knows more than this process is not told to begin anew", async () => {
  const eventId = await eventWith([["event", []]]);
  const channel = new ChangeChannel(eventId);
  await channel.join(subscriber(), null);
  await withEventSql(eventId, (sql) => recordChange(sql, eventId, "event", []));
  const page = subscriber();
  await channel.join(page, 2);
  expect(page.heard).toEqual([]);
  const beyond = subscriber();
  await channel.join(beyond, 9);
  expect(beyond.heard).toEqual(["reset 2"]);
});
