import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { databasePool, withEventSql } from "@/lib/db";
import { env } from "@/lib/env";
import { announceChanges } from "@/lib/live/announce-changes";
import { recordChange, type Topic } from "@/lib/live/record-change";
import { createSession } from "@/lib/members/create-session";
import { portalCookieName } from "@/lib/portal/portal-cookie";
import { createPortalSession } from "@/lib/portal/sign-in/create-portal-session";
import { sessionCookieName } from "@/lib/session-cookie";
import { endGrantOf } from "@/testing/ends";
import { plantConnection, plantRow } from "@/testing/plant-connection";
import { plantSeat } from "@/testing/plant-seat";
import { openStreamPage, type StreamPage } from "@/testing/stream-page";
import { createFoyerServer, type FoyerServer } from "./create-foyer-server";

let foyer: FoyerServer;
let eventId: string;
let cookie: string;
const pages: StreamPage[] = [];

beforeEach(async () => {
  eventId = await plantConnection();
  cookie = await signIn(eventId, "usr_ann", "ptp_ann");
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

async function signIn(event: string, userId: string, participantId?: string): Promise<string> {
  const sid = await withEventSql(event, async (sql) => {
    await sql.query(
      `INSERT INTO grants (event_id, user_id, state, cause, state_since, scopes, granted_at)
       VALUES ($1, $2, 'active', 'signed_in', now(), '{profile.read}', now())
       ON CONFLICT DO NOTHING`,
      [event, userId],
    );
    const session = {
      eventId: event,
      userId,
      grantEpoch: 1,
      grantedAt: new Date(),
      isFramed: false,
    };
    return createPortalSession(sql, session);
  });
  if (participantId) await apply(event, userId, participantId);
  const token = { sid, event_id: event };
  const value = await encode({ token, secret: env().NEXTAUTH_SECRET });
  return `${portalCookieName(event)}=${value}`;
}

async function apply(event: string, userId: string, participantId: string): Promise<void> {
  await withEventSql(event, (sql) =>
    sql.query(
      `INSERT INTO participants (event_id, participant_id, user_id, version_at, updated_at, source, confirmed_at)
       VALUES ($1, $2, $3, now(), now(), 'sync', now())`,
      [event, participantId, userId],
    ),
  );
}

async function open(
  headers: Record<string, string> = { cookie },
  event = eventId,
  query = "",
): Promise<StreamPage> {
  const { port } = foyer.server.address() as AddressInfo;
  const page = await openStreamPage(port, `/api/portal/${event}/stream${query}`, headers);
  pages.push(page);
  return page;
}

async function change(topic: Topic, ids: string[]): Promise<void> {
  await withEventSql(eventId, (sql) => recordChange(sql, eventId, topic, ids));
  await announceChanges(eventId);
}

async function heard(page: StreamPage, count: number): Promise<void> {
  await expect.poll(() => page.messages.length).toBeGreaterThanOrEqual(count);
}

const saidOf = (page: StreamPage) =>
  page.messages.map(({ event, id, data }) => [event, id, data.topic ?? "", data.ids ?? []]);

describe("a participant", () => {
  test("hears what concerns them, without any id, and of nobody else", async () => {
    const page = await open();
    await heard(page, 1);
    const changes: [Topic, string[]][] = [
      ["participants", ["ptp_bob"]],
      ["participants", ["ptp_bob", "ptp_ann"]],
      ["participants", []],
      ["agenda", ["usr_bob"]],
      ["agenda", ["usr_bob", "usr_ann"]],
      ["grants", ["usr_bob"]],
      ["grants", ["usr_ann"]],
      ["sync", ["run_1"]],
      ["deliveries", ["dlv_1"]],
      ["views", []],
      ["program", ["act_1"]],
      ["event", ["evt"]],
      ["connection", ["evt"]],
    ];
    for (const [topic, ids] of changes) await change(topic, ids);
    await heard(page, 5);
    const own = [
      ["change", 2, "participants", []],
      ["change", 3, "participants", []],
      ["change", 5, "agenda", []],
      ["change", 7, "grants", []],
    ];
    const isOwn = ([event]: unknown[]) => event !== "public";
    expect(saidOf(page).filter(isOwn)).toEqual([["hello", 0, "", []], ...own]);
    const back = await open({ cookie }, eventId, "?last=0");
    await heard(back, 7);
    expect(saidOf(back).filter(isOwn)).toEqual([
      ...own,
      ["change", 11, "program", []],
      ["change", 12, "event", []],
      ["change", 13, "connection", []],
    ]);
  });

  test("hears what became of the program, as what changed, every 2 s at the most", async () => {
    const plant = (id: string) =>
      plantRow(eventId, "activities", {
        activity_id: id,
        title: id,
        version_at: new Date(),
        mirrored_at: new Date(),
      });
    await plant("act_1");
    await plant("act_2");
    const page = await open();
    await heard(page, 1);
    const updates = () => page.messages.filter(({ event }) => event === "public");
    const count = async (signedUp: number) => {
      await withEventSql(eventId, (sql) =>
        sql.query(
          "UPDATE activities SET signed_up_count = $2 WHERE event_id = $1 AND activity_id = 'act_2'",
          [eventId, signedUp],
        ),
      );
      await change("program", ["act_2"]);
    };
    await sleep(200);
    const beganAt = performance.now();
    await count(1);
    await expect.poll(() => updates()).toHaveLength(1);
    expect(performance.now() - beganAt).toBeLessThan(1_500);
    expect(updates()[0]).toMatchObject({
      id: Number.NaN,
      data: {
        from: { seq: 0 },
        to: { seq: 1 },
        program: { changed: [{ activityId: "act_2", signedUpCount: 1 }], added: [] },
      },
    });
    for (let n = 2; n <= 12; n += 1) await count(n);
    await expect.poll(() => updates()).toHaveLength(2);
    expect(performance.now() - beganAt).toBeGreaterThan(1_900);
    expect(updates()[1]?.data).toMatchObject({
      from: { seq: 1 },
      to: { seq: 12 },
      program: { changed: [{ activityId: "act_2", signedUpCount: 12 }] },
    });
  });

  test("who comes back hears what they missed of their own, by header and by address", async () => {
    for (const id of ["ptp_bob", "ptp_ann", "ptp_bob", "ptp_ann"]) {
      await change("participants", [id]);
    }
    const back = await open({ cookie, "last-event-id": "2" });
    const again = await open({ cookie }, eventId, "?last=1");
    await heard(back, 1);
    await heard(again, 2);
    expect(back.messages.map(({ id }) => id)).toEqual([4]);
    expect(again.messages.map(({ id }) => id)).toEqual([2, 4]);
  });

  test("is told where to go on even when nothing was for them", async () => {
    await foyer.close(100);
    foyer = await serve({ beatMs: 100 });
    const page = await open();
    await heard(page, 1);
    for (let n = 0; n < 3; n += 1) await change("participants", ["ptp_bob"]);
    await expect.poll(() => saidOf(page).at(-1)?.slice(0, 2)).toEqual(["seen", 3]);
    await sleep(300);
    expect(page.messages.filter(({ event }) => event === "seen").length).toBeLessThan(4);
    expect(page.messages.filter(({ id }) => id === 3)).toHaveLength(1);
  });

  test("hears of an application that they hand in while the page is open", async () => {
    const page = await open({ cookie: await signIn(eventId, "usr_new") });
    await heard(page, 1);
    await change("participants", ["ptp_bob"]);
    await apply(eventId, "usr_new", "ptp_new");
    await change("participants", ["ptp_new"]);
    await heard(page, 2);
    await sleep(100);
    expect(new Set(page.messages.slice(1).map(({ data }) => data.topic))).toEqual(
      new Set(["participants"]),
    );
  });

  test("hears of a second application of theirs by the next beat", async () => {
    await foyer.close(100);
    foyer = await serve({ beatMs: 100 });
    const page = await open();
    await heard(page, 1);
    await apply(eventId, "usr_ann", "ptp_ann_2");
    await heard(page, 2);
    expect(page.messages[1]).toMatchObject({ event: "change", data: { topic: "participants" } });
  });
});

describe("the end of a grant", () => {
  test("ends the person's streams at once, says so, and leaves everybody else's", async () => {
    const page = await open();
    const bob = await open({ cookie: await signIn(eventId, "usr_bob", "ptp_bob") });
    await Promise.all([heard(page, 1), heard(bob, 1)]);
    const began = Date.now();
    await endGrantOf(eventId, "usr_ann", { cause: "user.revoked_access" });
    await expect.poll(() => page.ended).toBe(true);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(page.messages.map(({ event }) => event)).toEqual(["hello", "signed_out"]);
    await change("program", []);
    await heard(bob, 2);
    expect(bob.messages.map(({ event }) => event)).toEqual(["hello", "public"]);
    expect((await open()).status).toBe(401);
  });

  test("with that of the connection ends every stream of its portal", async () => {
    const page = await open();
    await heard(page, 1);
    await withEventSql(eventId, (sql) =>
      sql.query("UPDATE connections SET state = 'ended' WHERE event_id = $1", [eventId]),
    );
    await change("connection", []);
    await expect.poll(() => page.ended).toBe(true);
    expect(page.messages.at(-1)?.event).toBe("signed_out");
  });

  test("is noticed when it comes while the stream is being opened", async () => {
    const lock = await databasePool().connect();
    await lock.query("BEGIN; LOCK TABLE change_heads IN ACCESS EXCLUSIVE MODE");
    const page = await open();
    await withEventSql(eventId, (sql) =>
      sql.query("UPDATE grants SET state = 'ended' WHERE event_id = $1", [eventId]),
    );
    await lock.query("COMMIT");
    lock.release();
    await expect.poll(() => page.ended).toBe(true);
    expect(page.messages.at(-1)?.event).toBe("signed_out");
  });

  test("that nobody announced is found at the next beat", async () => {
    await foyer.close(100);
    foyer = await serve({ beatMs: 100 });
    const page = await open();
    await heard(page, 1);
    await sleep(300);
    expect(page.ended).toBe(false);
    await withEventSql(eventId, (sql) =>
      sql.query("DELETE FROM portal_sessions WHERE event_id = $1", [eventId]),
    );
    await expect.poll(() => page.ended).toBe(true);
    expect(page.messages.at(-1)?.event).toBe("signed_out");
  });

  test("is not what a database means that is away for a moment", async () => {
    await foyer.close(100);
    foyer = await serve({ beatMs: 50 });
    const page = await open();
    await heard(page, 1);
    const away = vi
      .spyOn(pg.Pool.prototype, "connect")
      .mockRejectedValue(new Error("is away") as never);
    await expect.poll(() => away.mock.calls.length).toBeGreaterThan(1);
    away.mockRestore();
    expect(page.ended).toBe(false);
    await change("program", []);
    await heard(page, 2);
  });
});

test("two web processes have room for twice as many, and both tell the same", async () => {
  await foyer.close(100);
  foyer = await serve({ most: 4 });
  const second = await serve({ most: 4 });
  const [one, other] = [foyer, second].map(({ server }) => (server.address() as AddressInfo).port);
  const joined: StreamPage[] = [];
  for (const [n, port] of [one, one, other, other].entries()) {
    const theirs = await signIn(eventId, `usr_of_two_${n}`);
    joined.push(
      await openStreamPage(port ?? 0, `/api/portal/${eventId}/stream`, { cookie: theirs }),
    );
  }
  pages.push(...joined);
  await Promise.all(joined.map((page) => heard(page, 1)));
  expect(joined.map(({ messages }) => messages[0]?.event)).toEqual(Array(4).fill("hello"));
  await change("agenda", []);
  await Promise.all(joined.map((page) => heard(page, 2)));
  await second.close(100);
});

describe("a portal that is full", () => {
  const joinAll = async (event: string, people: number) => {
    const opened: StreamPage[] = [];
    for (let n = 0; n < people; n += 1) {
      const theirs = await signIn(event, `usr_${n}`);
      opened.push(await open({ cookie: theirs }, event));
    }
    await Promise.all(opened.map((page) => heard(page, 1)));
    return opened.map(({ messages }) => messages[0]?.event);
  };

  test("leaves room for other events and for organizers", async () => {
    await foyer.close(100);
    foyer = await serve({ most: 10 });
    const [mine, others] = [eventId, await plantConnection()];
    const full = Array.from({ length: 2 }, () => "full");
    const five = Array.from({ length: 5 }, () => "hello");
    expect(await joinAll(mine, 7)).toEqual([...five, ...full]);
    expect(await joinAll(others, 5)).toEqual([...five.slice(1), "full"]);
    const session = await createSession();
    await withEventSql(mine, (sql) =>
      plantSeat(sql, { eventId: mine, sessionHash: session.sessionHash, role: "owner" }),
    );
    const { port } = foyer.server.address() as AddressInfo;
    const organizer = await openStreamPage(port, `/api/events/${mine}/stream`, {
      cookie: `${sessionCookieName()}=${session.cookie}`,
    });
    pages.push(organizer);
    await heard(organizer, 1);
    expect(organizer.messages[0]?.event).toBe("hello");
  });

  test("tells whoever has no place what they missed, and when to come back", async () => {
    await foyer.close(100);
    foyer = await serve({ most: 2 });
    expect(await joinAll(eventId, 1)).toEqual(["hello"]);
    await change("grants", ["usr_bob"]);
    await change("agenda", ["usr_ann"]);
    const page = await open({ cookie }, eventId, "?last=0");
    await expect.poll(() => page.ended).toBe(true);
    expect(saidOf(page).map(([event, , topic]) => [event, topic])).toEqual([
      ["full", ""],
      ["change", "agenda"],
    ]);
    expect(page.retryMs).toBeGreaterThanOrEqual(30_000);
    expect(page.retryMs).toBeLessThanOrEqual(60_000);
  });

  test("looks at everybody of an event at once with each beat, however many they are", async () => {
    await foyer.close(100);
    foyer = await serve({ beatMs: 400 });
    await joinAll(eventId, 12);
    const looks = vi.spyOn(pg.Pool.prototype, "connect");
    await sleep(2_000);
    const count = looks.mock.calls.length;
    looks.mockRestore();
    expect(count).toBeGreaterThanOrEqual(3);
    expect(count).toBeLessThanOrEqual(8);
  });
});

describe("nobody else", () => {
  test("opens a portal's stream, and none of them learns whether there is such an event", async () => {
    const session = await createSession();
    const organizer = `${sessionCookieName()}=${session.cookie}`;
    await withEventSql(eventId, (sql) =>
      plantSeat(sql, { eventId: eventId, sessionHash: session.sessionHash, role: "owner" }),
    );
    const other = await plantConnection();
    const elsewhere = await signIn(other, "usr_ann");
    const value = elsewhere.split("=").slice(1).join("=");
    const unknown = `evt_${randomUUID()}`;
    const answers = [
      await open({}),
      await open({ cookie: organizer }),
      await open({ cookie: elsewhere }),
      await open({ cookie: `${portalCookieName(eventId)}=${value}` }),
      await open({ cookie: `${portalCookieName(eventId)}=forged` }),
      await open({ cookie }, other),
      await open({ cookie }, unknown),
      await open({ cookie: `${portalCookieName(unknown)}=${value}` }, unknown),
      await open({ cookie }, "no%20id"),
      await open({ cookie }, `${eventId}%00`),
      await open({ cookie }, "x".repeat(2_000)),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
    expect((await open({ cookie: elsewhere }, other)).status).toBe(200);
  });

  test("gets into an organizer's stream with a participant's cookie", async () => {
    const { port } = foyer.server.address() as AddressInfo;
    const page = await openStreamPage(port, `/api/events/${eventId}/stream`, { cookie });
    expect(page.status).toBe(401);
  });

  test("gets more streams than one person needs, in however many browsers", async () => {
    await foyer.close(100);
    foyer = await serve({ mostPerHolder: 2 });
    const own = await Promise.all([open(), open(), open()]);
    expect(own.map(({ status }) => status).sort()).toEqual([200, 200, 503]);
    expect((await open({ cookie: await signIn(eventId, "usr_ann") })).status).toBe(503);
    expect((await open({ cookie: await signIn(eventId, "usr_bob") })).status).toBe(200);
  });
});
