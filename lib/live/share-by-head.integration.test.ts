import { expect, test, vi } from "vitest";
import { type Sql, withEventSql } from "@/lib/db";
import { plantConnection } from "@/testing/plant-connection";
import { recordChange } from "./record-change";
import { shareByHead } from "./share-by-head";

const ask = (eventId: string, make: () => Promise<unknown>, name = "sums") =>
  withEventSql(eventId, (sql: Sql) => shareByHead(sql, eventId, name, make));
const change = (eventId: string) =>
  withEventSql(eventId, (sql) => recordChange(sql, eventId, "participants", []));

async function changedEvent(): Promise<string> {
  const eventId = await plantConnection();
  await change(eventId);
  return eventId;
}

test("an answer is made once for everybody, and once more after each change", async () => {
  const eventId = await changedEvent();
  const make = vi.fn(async () => ({ sum: make.mock.calls.length }));
  const first = await Promise.all(Array.from({ length: 10 }, () => ask(eventId, make)));
  expect(new Set(first.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"sum":1}']));
  expect(await ask(eventId, make)).toEqual({ sum: 1 });
  await change(eventId);
  expect(await ask(eventId, make)).toEqual({ sum: 2 });
});

test("other questions, and other events, have answers of their own", async () => {
  const [one, other] = [await changedEvent(), await changedEvent()];
  expect(await ask(one, async () => 1)).toBe(1);
  expect(await ask(other, async () => 2)).toBe(2);
  expect(await ask(one, async () => 3, "rows")).toBe(3);
});

test("one that could not be made is nobody else's, and is made anew", async () => {
  const eventId = await changedEvent();
  const { promise, reject } = Promise.withResolvers<never>();
  const make = vi.fn(() => promise);
  const first = ask(eventId, make).catch(() => "left");
  await expect.poll(() => make).toHaveBeenCalled();
  const other = vi.fn(async () => "made");
  const second = ask(eventId, other);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(other).not.toHaveBeenCalled();
  reject(new Error("left"));
  expect([await first, await second]).toEqual(["left", "made"]);
  expect(await ask(eventId, async () => "again")).toBe("again");
});

test("an event of which no change was ever told is asked each time", async () => {
  const eventId = await plantConnection();
  expect(await ask(eventId, async () => 1)).toBe(1);
  expect(await ask(eventId, async () => 2)).toBe(2);
});

test("an event that was erased and connected anew begins without what was kept", async () => {
  const eventId = await changedEvent();
  expect(await ask(eventId, async () => "of before")).toBe("of before");
  await withEventSql(eventId, (sql) =>
    sql.query("UPDATE connections SET epoch = epoch + 1 WHERE event_id = $1", [eventId]),
  );
  expect(await ask(eventId, async () => "of now")).toBe("of now");
});

test("nothing is kept for more than five seconds", async () => {
  const eventId = await changedEvent();
  expect(await ask(eventId, async () => 1)).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 5_100));
  expect(await ask(eventId, async () => 2)).toBe(2);
});
