import { afterEach, beforeEach, expect, test } from "vitest";
import { databasePool, isOverloaded, readEventSql, withEventSql } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { handle } from "@/lib/http/handle";
import { changeEventAs } from "@/lib/members/with-permission";
import { seatIn } from "@/testing/members-of-event";
import { plantConnection } from "@/testing/plant-connection";
import { changeEvent, changeEventInSql } from "./change-event";
import { type Listener, listen } from "./listen";
import { readChanges } from "./read-changes";

let eventId: string;
beforeEach(async () => {
  eventId = await plantConnection();
});

let listener: Listener | undefined;
afterEach(() => listener?.close());

async function hearChanges(): Promise<string[]> {
  const heard: string[] = [];
  await new Promise<void>((resolve) => {
    listener = listen(["foyer_changes"], {
      onNotification: (_, payload) => heard.push(payload),
      onListening: resolve,
    });
  });
  return heard;
}

/** Holds the event until the function it answers is called. */
async function hold(): Promise<() => Promise<void>> {
  const [isHeld, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = changeEventInSql(eventId, async () => {
    isHeld.resolve();
    await mayEnd.promise;
  });
  await isHeld.promise;
  return async () => {
    mayEnd.resolve();
    await holding;
  };
}

const causeOf = async () => {
  const read = await readEventSql(eventId, (sql) => sql.query("SELECT cause FROM connections"));
  return read.rows[0].cause;
};

test("what changes is recorded once for each topic, with all ids, and told after the commit", async () => {
  const heard = await hearChanges();
  await changeEvent(eventId, async ({ db, changed, audit }) => {
    changed("participants", ["ptp_1"]);
    changed("sync", ["run_1"]);
    changed("sync");
    changed("participants", ["ptp_2", "ptp_1"]);
    changed("sync", ["run_2"]);
    await audit("mem_1", "view.created", { viewId: "v" });
    await db.connection.updateMany({ data: { cause: "changed" } });
    expect(heard).toEqual([]);
  });
  const changes = await readChanges(eventId, 0, 10);
  expect(changes.map(({ topic, ids }) => [topic, ids])).toEqual([
    ["participants", ["ptp_1", "ptp_2"]],
    ["sync", []],
  ]);
  const audits = await readEventSql(eventId, (sql) =>
    sql.query("SELECT actor, action, detail FROM audit_entries"),
  );
  expect(audits.rows).toEqual([
    { actor: "mem_1", action: "view.created", detail: { viewId: "v" } },
  ]);
  await expect.poll(() => heard).toEqual([eventId]);
});

test.each([
  ["in Prisma", changeEvent],
  ["in SQL", changeEventInSql],
])("a change that fails leaves nothing and tells nobody: %s", async (_, change) => {
  const before = await causeOf();
  const failing = change(eventId, async ({ sql, changed, audit }) => {
    changed("connection");
    await audit("foyer", "connection.ended");
    await sql.query("UPDATE connections SET cause = 'never'");
    throw new Error("changed its mind");
  });
  await expect(failing).rejects.toThrow("changed its mind");
  expect(await causeOf()).toBe(before);
  expect(await readChanges(eventId, 0, 10)).toEqual([]);
});

test("an attempt that fails is as if it had never been, and the change goes on", async () => {
  await changeEventInSql(eventId, async ({ changed, attempt }) => {
    await attempt(async (inner) => inner.changed("program", ["act_1"]));
    const failing = attempt(async (inner) => {
      inner.changed("grants", ["usr_1"]);
      await inner.sql.query("UPDATE connections SET cause = 'never'");
      await inner.sql.query("SELECT 1 / 0");
    });
    await expect(failing).rejects.toThrow("division by zero");
    changed("deliveries");
  });
  const topics = (await readChanges(eventId, 0, 10)).map(({ topic }) => topic);
  expect(topics).toEqual(["program", "deliveries"]);
  expect(await causeOf()).not.toBe("never");
});

test("whoever waits too long for the event gets 503 and when to come again", async () => {
  const letGo = await hold();
  const waiting = changeEvent(eventId, async () => {}, { lockWithinMs: 20 });
  await expect(waiting).rejects.toSatisfy(isOverloaded);
  const route = handle({ actor: "anyone" }, () =>
    changeEvent(eventId, async () => {}, { lockWithinMs: 20 }),
  );
  const answer = await route(new Request("http://127.0.0.1:3000/api/x"));
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
  await letGo();
  await changeEvent(eventId, async () => {}, { lockWithinMs: 20 });
});

test("many who wait for the event hold few connections, and what is of one person waits for none of them", async () => {
  const letGo = await hold();
  const inUse = () => databasePool().totalCount - databasePool().idleCount;
  const waiting = Array.from({ length: 30 }, () => changeEventInSql(eventId, async () => "done"));
  await expect.poll(() => inUse()).toBeGreaterThanOrEqual(4);
  expect(inUse()).toBeLessThanOrEqual(5);
  expect(await changeEventInSql(eventId, async () => "own", { of: "person" })).toBe("own");
  await letGo();
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(["done"]));
});

test("whoever may not change the event does not wait for it", async () => {
  const letGo = await hold();
  const stranger = await seatIn(await plantConnection(), "owner");
  const viewer = await seatIn(eventId, "viewer");
  const work = () => Promise.reject(new AppError("internal", "nobody may come here"));
  await expect(changeEventAs(stranger, eventId, "views.write", work)).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(changeEventAs(viewer, eventId, "views.share", work)).rejects.toMatchObject({
    code: "forbidden",
  });
  await letGo();
});

test("a seat that goes while its member waits for the event changes nothing any more", async () => {
  const member = await seatIn(eventId, "owner");
  const letGo = await hold();
  let isChanged = false;
  const waiting = changeEventAs(member, eventId, "views.write", async () => {
    isChanged = true;
  });
  const refused = expect(waiting).rejects.toMatchObject({ code: "not_found" });
  const queued = () =>
    readEventSql(eventId, (sql) =>
      sql.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"),
    );
  await expect.poll(async () => (await queued()).rowCount).toBe(1);
  await withEventSql(eventId, (sql) => sql.query("UPDATE members SET revoked_at = now()"));
  await letGo();
  await refused;
  expect(isChanged).toBe(false);
});
