import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { announceChanges } from "@/lib/live/announce-changes";
import { recordChange, type Topic } from "@/lib/live/record-change";
import { createSession } from "@/lib/members/create-session";
import { sessionCookieName } from "@/lib/session-cookie";
import { plantConnection } from "@/testing/plant-connection";
import { plantSeat } from "@/testing/plant-seat";
import { openStreamPage, type StreamPage } from "@/testing/stream-page";
import { createFoyerServer, type FoyerServer } from "./create-foyer-server";

let foyer: FoyerServer;
let eventId: string;
let cookie: string;
const pages: StreamPage[] = [];

beforeEach(async () => {
  eventId = await plantConnection();
  cookie = await join(eventId);
  foyer = await serve();
});

afterEach(async () => {
  for (const page of pages.splice(0)) page.leave();
  await foyer.close(500);
});

async function serve(limits = {}): Promise<FoyerServer> {
  const made = createFoyerServer((_, response) => response.writeHead(418).end(), limits);
  await new Promise<void>((resolve) => made.server.listen(0, "127.0.0.1", resolve));
  return made;
}

async function join(event: string): Promise<string> {
  const session = await createSession();
  await withEventSql(event, (sql) =>
    plantSeat(sql, { eventId: event, sessionHash: session.sessionHash }),
  );
  return `${sessionCookieName()}=${session.cookie}`;
}

async function open(
  headers: Record<string, string> = { cookie },
  event = eventId,
  query = "",
): Promise<StreamPage> {
  const { port } = foyer.server.address() as AddressInfo;
  const page = await openStreamPage(port, `/api/events/${event}/stream${query}`, headers);
  pages.push(page);
  return page;
}

async function change(
  ids: string[],
  announced = true,
  topic: Topic = "participants",
): Promise<void> {
  await withEventSql(eventId, (sql) => recordChange(sql, eventId, topic, ids));
  if (announced) await announceChanges(eventId);
}

async function heard(page: StreamPage, count: number, timeout = 15_000): Promise<void> {
  await expect.poll(() => page.messages.length, { timeout }).toBeGreaterThanOrEqual(count);
}

const openConnections = () =>
  new Promise<number>((resolve, reject) => {
    foyer.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

const idsOf = (page: StreamPage) => page.messages.flatMap(({ data }) => data.ids ?? []);

describe("an open page", () => {
  test("hears of a change within moments, with its number, topic and ids only", async () => {
    const page = await open();
    await heard(page, 1);
    await change(["ptp_ann"]);
    // Sooner than anybody looks who was told of nothing (10 s).
    await heard(page, 2, 5_000);
    const of = `events/${eventId}`;
    expect(page.messages).toEqual([
      { event: "hello", id: 0, data: { of, head: 0 } },
      { event: "change", id: 1, data: { of, topic: "participants", ids: ["ptp_ann"] } },
    ]);
    expect(page.response.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    });
  });

  test("that comes back hears exactly what it missed (Last-Event-ID)", async () => {
    const first = await open();
    await heard(first, 1);
    await change(["ptp_1"]);
    await heard(first, 2);
    first.leave();
    for (const id of ["ptp_2", "ptp_3"]) await change([id]);
    const back = await open({ cookie, "last-event-id": "1" });
    await change(["ptp_4"]);
    await heard(back, 3);
    expect(back.messages.map(({ event, id }) => [event, id])).toEqual([
      ["change", 2],
      ["change", 3],
      ["change", 4],
    ]);
    const byQuery = await open({ cookie }, eventId, "?last=3");
    await heard(byQuery, 1);
    expect(idsOf(byQuery)).toEqual(["ptp_4"]);
  });

  test("that was away too long is told to fetch everything", async () => {
    for (let n = 0; n < 3; n += 1) await change([`ptp_${n}`]);
    await withEventSql(eventId, (sql) =>
      sql.query("DELETE FROM changes WHERE event_id = $1 AND seq <= 2", [eventId]),
    );
    const kept = await open({ cookie, "last-event-id": "2" });
    const lost = await open({ cookie, "last-event-id": "1" });
    const fromElsewhere = await open({ cookie, "last-event-id": "99" });
    await Promise.all([kept, lost, fromElsewhere].map((page) => heard(page, 1)));
    expect(kept.messages[0]).toMatchObject({ event: "change", id: 3 });
    const reset = { event: "reset", id: 3, data: { of: `events/${eventId}`, head: 3 } };
    expect([lost.messages[0], fromElsewhere.messages[0]]).toEqual([reset, reset]);
  });

  test("misses nothing and hears nothing twice while many write and pages come and go", async () => {
    const steady = await open();
    await heard(steady, 1);
    const writing = (async () => {
      for (let n = 1; n <= 120; n += 1) await change([`ptp_${n}`], n % 3 !== 0);
      await announceChanges(eventId);
    })();
    const others: StreamPage[] = [];
    for (let n = 0; n < 8; n += 1) {
      others.push(await open({ cookie, "last-event-id": "0" }));
      await sleep(5);
    }
    await writing;
    const all = Array.from({ length: 120 }, (_, n) => `ptp_${n + 1}`);
    for (const page of [steady, ...others]) {
      await expect.poll(() => idsOf(page)).toEqual(all);
    }
  });

  test("hears what happened while the LISTEN connection was cut", async () => {
    const page = await open();
    await heard(page, 1);
    const admin = new pg.Client({ connectionString: process.env.TEST_ADMIN_DATABASE_URL });
    await admin.connect();
    const cut = () =>
      admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'foyer listen' AND datname = current_database()",
      );
    expect((await cut()).rowCount).toBe(1);
    await change(["ptp_1"]);
    await heard(page, 2);
    await sleep(300);
    await change(["ptp_2"]);
    await heard(page, 3);
    await admin.end();
    expect(idsOf(page)).toEqual(["ptp_1", "ptp_2"]);
  });

  test("of an organizer hears nothing of who signs in to the portal or stars what", async () => {
    const page = await open();
    await heard(page, 1);
    await change(["usr_ann"], true, "agenda");
    await change(["usr_ann"], true, "grants");
    await change(["ptp_ann"]);
    await heard(page, 2);
    expect(page.messages[1]).toMatchObject({ id: 3, data: { ids: ["ptp_ann"] } });
  });

  test("ends when the membership ends, and not before", async () => {
    await foyer.close(100);
    foyer = await serve({ beatMs: 50 });
    const page = await open();
    await sleep(200);
    expect(page.ended).toBe(false);
    await withEventSql(eventId, (sql) =>
      sql.query("UPDATE members SET revoked_at = now() WHERE event_id = $1", [eventId]),
    );
    await expect.poll(() => page.ended).toBe(true);
    expect(page.messages.at(-1)?.event).toBe("signed_out");
  });

  test("hears with every beat that the line is alive, and how old it is", async () => {
    await foyer.close(100);
    foyer = await serve({ beatMs: 50 });
    const page = await open();
    await expect.poll(() => page.beats).toBeGreaterThan(2);
  });

  test("that does not read is dropped, and does not hold up the others", async () => {
    const slow = await open();
    slow.response.pause();
    const quick = await open();
    await heard(quick, 1);
    const ids = Array.from({ length: 200 }, (_, n) => `ptp_${"x".repeat(1_000)}_${n}`);
    for (let n = 0; n < 100; n += 1) await change(ids);
    await heard(quick, 101);
    expect(await openConnections()).toBe(1);
  });
});

describe("one stream for many events", () => {
  const many = async (ids: string[], headers: Record<string, string>, last = "") => {
    const { port } = foyer.server.address() as AddressInfo;
    const search = new URLSearchParams(ids.map((id) => ["of", `events/${id}`]));
    if (last) search.set("last", last);
    const page = await openStreamPage(port, `/api/stream?${search}`, headers);
    pages.push(page);
    return page;
  };
  const saidOf = (page: StreamPage) => page.messages.map(({ event, data }) => [event, data.of]);

  test("tells of each by its name, and says of strangers' that they are not to be heard", async () => {
    const own = await plantConnection();
    const stranger = await plantConnection();
    const session = await joinToo(own);
    const page = await many([eventId, stranger, own], { cookie: session });
    await heard(page, 3);
    expect(saidOf(page).sort()).toEqual(
      [
        ["hello", `events/${eventId}`],
        ["hello", `events/${own}`],
        ["signed_out", `events/${stranger}`],
      ].sort(),
    );
    await withEventSql(stranger, (sql) => recordChange(sql, stranger, "participants", ["ptp_x"]));
    await announceChanges(stranger);
    await change(["ptp_ann"]);
    await heard(page, 4);
    await sleep(100);
    expect(page.messages.slice(3).map(({ data }) => data)).toEqual([
      { of: `events/${eventId}`, topic: "participants", ids: ["ptp_ann"] },
    ]);
    expect((await many([stranger], { cookie: session })).status).toBe(404);
    expect((await many([stranger, own], {})).status).toBe(401);
  });

  test("goes on in each where its page had come, by one id for all of them", async () => {
    const own = await plantConnection();
    const session = await joinToo(own);
    for (const id of ["ptp_1", "ptp_2"]) await change([id]);
    await withEventSql(own, (sql) => recordChange(sql, own, "program", ["act_1"]));
    const address = [eventId, own];
    for (const back of [
      await many(address, { cookie: session }, "1.0"),
      await many(address, { cookie: session, "last-event-id": "1.0" }, "0.0"),
    ]) {
      await heard(back, 2);
      expect(idsOf(back).sort()).toEqual(["act_1", "ptp_2"]);
      expect(back.ids.at(-1)).toBe("2.1");
    }
    const fresh = await many(address, { cookie: session }, "2.");
    await heard(fresh, 1);
    expect(saidOf(fresh)).toEqual([["hello", `events/${own}`]]);
  });

  test("ends one that was taken away, and goes on with the others", async () => {
    await foyer.close(100);
    foyer = await serve({ beatMs: 50 });
    const own = await plantConnection();
    const session = await joinToo(own);
    const page = await many([eventId, own], { cookie: session });
    await heard(page, 2);
    const leave = (event: string) =>
      withEventSql(event, (sql) =>
        sql.query("UPDATE members SET revoked_at = now() WHERE event_id = $1", [event]),
      );
    await leave(own);
    await heard(page, 3);
    expect(saidOf(page).at(-1)).toEqual(["signed_out", `events/${own}`]);
    await change(["ptp_ann"]);
    await heard(page, 4);
    expect(page.ended).toBe(false);
    await leave(eventId);
    await expect.poll(() => page.ended).toBe(true);
  });

  test("is one place, however many it tells of, and no address asks for more than 32", async () => {
    await foyer.close(100);
    foyer = await serve({ mostPerHolder: 1 });
    const own = await plantConnection();
    const session = await joinToo(own);
    expect((await many([eventId, own], { cookie: session })).status).toBe(200);
    expect((await many([own], { cookie: session })).status).toBe(503);
    const lots = Array.from({ length: 33 }, (_, n) => `evt_${n}`);
    for (const ids of [[], lots, ["", own], ["a/b"]]) {
      expect((await many(ids, { cookie: session })).status, `${ids.length}`).toBe(400);
    }
  });

  /** The browser that is a member of the event at hand becomes one of another, too. */
  async function joinToo(event: string): Promise<string> {
    await withEventSql(eventId, (sql) =>
      sql.query("SELECT session_hash FROM member_sessions WHERE event_id = $1", [eventId]),
    ).then(({ rows }) =>
      withEventSql(event, (sql) =>
        plantSeat(sql, { eventId: event, sessionHash: rows[0].session_hash }),
      ),
    );
    return cookie;
  }
});

describe("nobody else", () => {
  test("opens a stream: 401 without a session, 404 for an event that is not theirs", async () => {
    expect((await open({})).status).toBe(401);
    expect((await open({ cookie: `${sessionCookieName()}=${"x".repeat(43)}` })).status).toBe(401);
    const stranger = await join(`evt_${randomUUID()}`).catch(() => null);
    expect(stranger).toBeNull();
    expect((await open({ cookie }, `evt_${randomUUID()}`)).status).toBe(404);
    for (const id of ["nothing", "no%20id", "%00", "x".repeat(2_000)]) {
      expect((await open({ cookie }, id)).status, id).toBe(404);
    }
  });

  test("gets more streams than the process has room for", async () => {
    await foyer.close(100);
    foyer = await serve({ most: 1 });
    const first = await open();
    await heard(first, 1);
    expect(await isTurnedAway(first)).toBe(false);
    expect(await isTurnedAway(await open())).toBe(true);
    first.leave();
    await expect.poll(async () => isTurnedAway(await open())).toBe(false);
  });

  test("gets more streams than one browser needs, and nobody else has to wait for it", async () => {
    await foyer.close(100);
    foyer = await serve({ mostPerHolder: 2 });
    const own = await Promise.all([open(), open(), open()]);
    expect(own.map(({ status }) => status).sort()).toEqual([200, 200, 503]);
    expect((await open({ cookie: await join(eventId) })).status).toBe(200);
    for (const page of own) page.leave();
    await expect.poll(async () => (await open()).status).toBe(200);
  });

  test("gets one by asking at the same moment as others", async () => {
    await foyer.close(100);
    foyer = await serve({ most: 1 });
    const opened = await Promise.all(Array.from({ length: 6 }, () => open()));
    const turnedAway = await Promise.all(opened.map(isTurnedAway));
    expect(turnedAway.filter((isAway) => !isAway)).toHaveLength(1);
  });

  test("keeps a place by leaving before the answer", async () => {
    await foyer.close(100);
    foyer = await serve({ most: 20 });
    const { port } = foyer.server.address() as AddressInfo;
    const head = `GET /api/events/${eventId}/stream HTTP/1.1\r\nHost: foyer\r\nCookie: ${cookie}`;
    for (let n = 0; n < 20; n += 1) {
      const socket = connect(port, "127.0.0.1");
      socket.write(`${head}\r\n\r\n`);
      await once(socket, "connect");
      socket.destroy();
    }
    await sleep(300);
    for (let n = 0; n < 20; n += 1) expect(await isTurnedAway(await open())).toBe(false);
  });
});

describe("a server that stops", () => {
  test("ends its streams at once and lets go", async () => {
    const page = await open();
    await heard(page, 1);
    const began = Date.now();
    await foyer.close(5_000);
    await expect.poll(() => page.ended).toBe(true);
    expect(Date.now() - began).toBeLessThan(2_000);
    foyer = await serve();
  });
});

/** Whether a page was told that there is no room for it. */
async function isTurnedAway(page: StreamPage): Promise<boolean> {
  expect(page.status).toBe(200);
  await heard(page, 1);
  return page.messages[0]?.event === "full";
}
