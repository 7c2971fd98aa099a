import { afterEach, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import type { Subscriber } from "@/lib/live/change-channel";
import type { ChangeHub } from "@/lib/live/change-hub";
import { recordChange } from "@/lib/live/record-change";
import { plantConnection, plantRow } from "@/testing/plant-connection";
import { PublicFeed } from "./public-feed";

let feed: PublicFeed | undefined;
afterEach(() => feed?.close());

/** A hub that is away for so many tries, and then says of an event's program that it changed. */
function hubAwayFor(tries: number) {
  const subscribers: Subscriber[] = [];
  let left = tries;
  const subscribe = async (_: string, __: number | null, subscriber: Subscriber) => {
    left -= 1;
    if (left >= 0) throw new Error("is away");
    subscribers.push(subscriber);
    return () => {};
  };
  return { hub: { subscribe } as unknown as ChangeHub, subscribers };
}

async function rename(eventId: string, title: string): Promise<void> {
  await withEventSql(eventId, async (sql) => {
    await sql.query("UPDATE activities SET title = $2 WHERE event_id = $1", [eventId, title]);
    await recordChange(sql, eventId, "program", []);
  });
}

test("a feed that could not begin at first begins later, once, and tells what changed since", async () => {
  const eventId = await plantConnection();
  const times = { version_at: new Date(), mirrored_at: new Date() };
  await plantRow(eventId, "activities", { activity_id: "act_1", title: "Opening", ...times });
  const { hub, subscribers } = hubAwayFor(1);
  const told: string[] = [];
  feed = new PublicFeed(eventId, hub);
  feed.add((json) => told.push(json));
  await expect.poll(() => subscribers).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await rename(eventId, "Moved");
  subscribers[0]?.onChanges([{ seq: 1, topic: "program", ids: [] }]);
  await expect.poll(() => told).toHaveLength(1);
  expect(JSON.parse(told[0] ?? "")).toMatchObject({
    from: { seq: 0 },
    to: { seq: 1 },
    program: { changed: [{ activityId: "act_1", title: "Moved" }] },
  });
});

test("what is too much to be told is only announced, and pages ask for it", async () => {
  const eventId = await plantConnection();
  const { hub, subscribers } = hubAwayFor(0);
  const told: string[] = [];
  feed = new PublicFeed(eventId, hub);
  feed.add((json) => told.push(json));
  await expect.poll(() => subscribers).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const times = { version_at: new Date(), mirrored_at: new Date() };
  const description = "Long. ".repeat(8_000);
  await plantRow(eventId, "activities", {
    activity_id: "act_1",
    title: "Opening",
    description,
    ...times,
  });
  await withEventSql(eventId, (sql) => recordChange(sql, eventId, "program", []));
  subscribers[0]?.onChanges([{ seq: 1, topic: "program", ids: [] }]);
  await expect.poll(() => told).toHaveLength(1);
  expect(JSON.parse(told[0] ?? "")).toMatchObject({ to: { seq: 1 }, isCut: true });
  expect(told[0]?.length).toBeLessThan(1_000);
});
