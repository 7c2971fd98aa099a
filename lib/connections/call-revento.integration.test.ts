import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { connectInProcess, forgetEvent, passTime } from "@/testing/connected-event";
import { startTestSandbox } from "@/testing/test-sandbox";
import type { CallOptions } from "./call-revento";

// The environment is read once: the product is loaded when the sandbox is there.
const sandbox = await startTestSandbox();
const { callRevento } = await import("./call-revento");
const { getAccessToken } = await import("./get-access-token");
const { readEvent } = await import("@/lib/revento/read-api");

const EVENT = "evt_harbor";
const PATH = `/api/v1/events/${EVENT}`;

afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("reset", {});
  await forgetEvent(EVENT);
  await connectInProcess(sandbox, EVENT, "usr_ana");
});

const call = (options?: CallOptions) =>
  callRevento(EVENT, "installation", (token) => readEvent(token, EVENT), options);
const delayed = (times: number, delayMs: number) =>
  sandbox.control("faults", {
    target: "request",
    path: PATH,
    kind: "delay",
    delay_ms: delayMs,
    times,
  });

type Request = { path: string; status: number | null };
async function statuses(): Promise<(number | null)[]> {
  const { data } = (await sandbox.control("requests")) as { data: Request[] };
  return data.filter(({ path }) => path.startsWith(PATH)).map(({ status }) => status);
}
async function mostInFlight(): Promise<number> {
  const counters = (await sandbox.control("counters")) as { max_in_flight: Record<string, number> };
  return Math.max(0, ...Object.values(counters.max_in_flight));
}

/** Another process of Foyer with the same database and the same Revento. */
async function callElsewhere(calls: number, atOnce: number, waitUpToMs: number) {
  const script = ["--import", "tsx", "testing/call-many-times.ts"];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...script, EVENT, String(calls), String(atOnce), String(waitUpToMs)],
    { env: { ...process.env, NODE_OPTIONS: "" } },
  );
  return JSON.parse(stdout) as { answered: number; others: string[] };
}

describe("the budgets of a token", () => {
  test("5 two processes of eight callers never have more than 5 calls in flight, nor 30 in a minute", {
    timeout: 60_000,
  }, async () => {
    await delayed(30, 300);
    const done = await Promise.all([1, 2].map(() => callElsewhere(24, 8, 15_000)));
    expect(done.reduce((sum, { answered }) => sum + answered, 0)).toBe(30);
    expect(new Set(done.flatMap(({ others }) => others))).toEqual(new Set(["budget_used_up"]));
    expect(await statuses()).toEqual(Array(30).fill(200));
    expect(await mostInFlight()).toBe(5);
    await passTime(sandbox, EVENT, 60_100);
    const more = await Promise.all([1, 2].map(() => callElsewhere(20, 8, 15_000)));
    expect(more.reduce((sum, { answered }) => sum + answered, 0)).toBe(30);
    expect(await statuses()).toEqual(Array(60).fill(200));
  });

  test("5 the hour holds 500 calls and no more; background work stops at 400", async () => {
    const fill = (calls: number) =>
      withEventSql(EVENT, (sql) =>
        sql.query(
          `INSERT INTO api_calls (event_id, holder, started_at, expires_at, finished_at)
           SELECT $1, 'installation', at, at, at FROM generate_series(1, $2) n,
             LATERAL (SELECT now() - interval '30 minutes' - n * interval '1 second' AS at) t`,
          [EVENT, calls],
        ),
      );
    await fill(399);
    await call({ reserveForPeople: true });
    await expect(call({ reserveForPeople: true })).rejects.toMatchObject({
      kind: "throttled",
      code: "budget_used_up",
    });
    await fill(99);
    await call();
    const refused = await call().catch((error) => error);
    expect(refused).toMatchObject({ kind: "throttled" });
    expect(refused.waitMs).toBeGreaterThan(20 * 60_000);
    expect(refused.waitMs).toBeLessThan(31 * 60_000);
    expect(await statuses()).toEqual([200, 200]);
  });

  test("the places of a process that died are free when its calls would have timed out", async () => {
    await withEventSql(EVENT, (sql) =>
      sql.query(
        `INSERT INTO api_calls (event_id, holder, started_at, expires_at)
         SELECT $1, 'installation', clock_timestamp(), clock_timestamp() + interval '25 seconds'
         FROM generate_series(1, 5)`,
        [EVENT],
      ),
    );
    await expect(call({ waitUpToMs: 200 })).rejects.toMatchObject({ kind: "throttled" });
    await passTime(sandbox, EVENT, 25_000);
    await call();
    expect(await statuses()).toEqual([200]);
  });

  test("connecting anew brings no new budget", async () => {
    // A fast machine has five of them in flight, as Revento counts, and waits a moment.
    for (let count = 0; count < 30; count += 1) await call({ waitUpToMs: 1_000 });
    await connectInProcess(sandbox, EVENT, "usr_ana");
    await expect(call()).rejects.toMatchObject({ kind: "throttled", code: "budget_used_up" });
    expect(await statuses()).toEqual(Array(30).fill(200));
  });
});

describe("a 429 is obeyed", () => {
  const behindOurBack = async () => {
    const token = await getAccessToken(EVENT, "installation");
    return readEvent(token, EVENT);
  };

  test("5 Retry-After stops everybody until it is over", async () => {
    for (let count = 0; count < 30; count += 1) await behindOurBack();
    const refused = await call().catch((error) => error);
    expect(refused).toMatchObject({ kind: "throttled", code: "rate_limit_exceeded" });
    expect(refused.waitMs).toBeGreaterThan(50_000);
    const before = (await statuses()).length;
    const again = await Promise.allSettled([call(), call(), callElsewhere(1, 1, 0)]);
    expect(again[0]).toMatchObject({ reason: { kind: "throttled" } });
    expect((await statuses()).length).toBe(before);
    await passTime(sandbox, EVENT, refused.waitMs);
    await call();
    expect((await statuses()).at(-1)).toBe(200);
  });

  test("5 too many in flight is tried again a moment later, without Retry-After", async () => {
    await delayed(5, 1_500);
    const others = Promise.all(Array.from({ length: 5 }, behindOurBack));
    await expect.poll(mostInFlight, { interval: 10, timeout: 10_000 }).toBe(5);
    await call({ waitUpToMs: 10_000 });
    await others;
    const all = await statuses();
    expect(all.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(all.filter((status) => status === 429).length).toBeLessThanOrEqual(7);
    expect(all.filter((status) => status === 200).length).toBe(6);
  });
});

describe("a 429 that asks for too much", () => {
  const refuse429 = (error: string, headers: Record<string, string>, times = 1) =>
    sandbox.control("faults", {
      target: "request",
      path: PATH,
      kind: "status",
      status: 429,
      error,
      headers,
      times,
    });

  test.each(["86400", "9999999", new Date(Date.now() + 40 * 86_400_000).toUTCString()])(
    "is waited for an hour at most, and a new consent ends the wait: Retry-After %s",
    async (retryAfter) => {
      await refuse429("rate_limit_exceeded", { "Retry-After": retryAfter });
      const refused = await call().catch((error) => error);
      expect(refused).toMatchObject({ kind: "throttled" });
      expect(refused.waitMs).toBeLessThanOrEqual(3_600_000);
      await expect(call()).rejects.toMatchObject({ kind: "throttled" });
      await connectInProcess(sandbox, EVENT, "usr_ana");
      expect((await call()).event.eventId).toBe(EVENT);
    },
  );

  test("too many in flight, again and again, is asked less and less often, and is a failure at last", async () => {
    await refuse429("concurrent_limit_exceeded", {}, 10);
    const waits: number[] = [];
    const kinds: string[] = [];
    for (let time = 0; time < 10; time += 1) {
      const refused = await call().catch((error) => error);
      waits.push(refused.waitMs);
      kinds.push(refused.kind);
      await passTime(sandbox, EVENT, refused.waitMs);
    }
    expect(kinds).toEqual([...Array(9).fill("throttled"), "unavailable"]);
    expect(waits[0]).toBeLessThan(1_000);
    expect(waits.slice(1).every((wait) => wait >= 5_000 && wait <= 90_000)).toBe(true);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(60_000);
    await call();
    await refuse429("concurrent_limit_exceeded", {});
    expect((await call().catch((error) => error)).waitMs).toBeLessThan(1_000);
  });
});

describe("what Revento says of the token", () => {
  test("2.6 an expired one is refreshed once and the call made again once", async () => {
    await sandbox.control("clock", { advance_ms: 3_601_000 });
    expect((await call()).event.eventId).toBe(EVENT);
    expect(await statuses()).toEqual([401, 200]);
    expect((await call()).event.eventId).toBe(EVENT);
    expect(await statuses()).toEqual([401, 200, 200]);
  });

  test("7.7 a revoked one ends the connection, and nothing calls again", async () => {
    await sandbox.control("act", { action: "revoke_connection", event_id: EVENT, silent: true });
    await expect(call()).rejects.toMatchObject({ kind: "refused", code: "token_revoked" });
    await expect(call()).rejects.toMatchObject({ kind: "refused" });
    expect((await callElsewhere(3, 3, 1_000)).answered).toBe(0);
    expect(await statuses()).toEqual([401]);
    const { rows } = await withEventSql(EVENT, (sql) =>
      sql.query("SELECT state, cause FROM connections WHERE event_id = $1", [EVENT]),
    );
    expect(rows).toEqual([{ state: "revoked", cause: "token_revoked" }]);
  });

  const refuse = (error: string, times: number) =>
    sandbox.control("faults", {
      target: "request",
      path: PATH,
      kind: "status",
      status: error === "invalid_token" ? 401 : 403,
      error,
      times,
    });
  const issuedAgo = (seconds: number) =>
    withEventSql(EVENT, (sql) =>
      sql.query(
        "UPDATE tokens SET access_issued_at = now() - $2 * interval '1 s' WHERE event_id = $1",
        [EVENT, seconds],
      ),
    );
  const standing = async () => {
    const { rows } = await withEventSql(EVENT, (sql) =>
      sql.query(
        "SELECT c.state, c.cause, t.refused_at IS NOT NULL AS refused FROM connections c LEFT JOIN tokens t USING (event_id)",
      ),
    );
    return rows[0];
  };

  test.each(["invalid_token", "event_not_authorized"])(
    "one that was just issued may not be known yet: %s is waited out and ends nothing",
    async (error) => {
      await refuse(error, 2);
      await expect(call()).rejects.toMatchObject({
        kind: "throttled",
        code: "token_not_known_yet",
      });
      expect((await call({ waitUpToMs: 5_000 })).event.eventId).toBe(EVENT);
      expect(await standing()).toEqual({ state: "active", cause: "connected", refused: false });
    },
  );

  test("2.6 one that Revento does not know any more is refreshed once, and the call made again", async () => {
    await issuedAgo(120);
    const before = await getAccessToken(EVENT, "installation");
    await refuse("invalid_token", 1);
    expect((await call()).event.eventId).toBe(EVENT);
    expect(await getAccessToken(EVENT, "installation")).not.toBe(before);
    expect(await standing()).toMatchObject({ state: "active", refused: false });
  });

  test("2.6 one that is refused a minute after that refresh, too, ends the connection", async () => {
    await issuedAgo(120);
    await refuse("invalid_token", 3);
    await expect(call()).rejects.toMatchObject({ code: "token_not_known_yet" });
    expect(await standing()).toMatchObject({ state: "active", refused: true });
    await issuedAgo(61);
    await expect(call()).rejects.toMatchObject({ kind: "refused", code: "invalid_token" });
    expect(await standing()).toMatchObject({ state: "needs_reconnect", cause: "invalid_token" });
  });

  test("an error without a request id says what it says", async () => {
    await sandbox.control("faults", {
      target: "request",
      path: PATH,
      kind: "rewrite",
      set: { request_id: null },
    });
    await sandbox.control("act", { action: "revoke_connection", event_id: EVENT, silent: true });
    await expect(call()).rejects.toMatchObject({ kind: "refused", code: "token_revoked" });
  });

  test("a refusal that comes late does not end a connection that was made anew meanwhile", async () => {
    await sandbox.control("act", { action: "revoke_connection", event_id: EVENT, silent: true });
    const late = callRevento(EVENT, "installation", async (token) => {
      await connectInProcess(sandbox, EVENT, "usr_ana");
      return readEvent(token, EVENT);
    });
    await expect(late).rejects.toMatchObject({ kind: "unavailable", code: "token_replaced" });
    expect((await call()).event.eventId).toBe(EVENT);
  });

  test("nor does it when the new connection was there before the call took its place", async () => {
    await sandbox.control("act", { action: "revoke_connection", event_id: EVENT, silent: true });
    const late = callRevento(EVENT, "installation", async (token) => {
      await connectInProcess(sandbox, EVENT, "usr_ana");
      // As if the place had been reserved after the reconnect, with a token handed out before it.
      await withEventSql(EVENT, (sql) =>
        sql.query("UPDATE connections SET epoch = epoch - 1 WHERE event_id = $1", [EVENT]),
      );
      return readEvent(token, EVENT);
    });
    await expect(late).rejects.toMatchObject({ kind: "unavailable" });
    expect((await call()).event.eventId).toBe(EVENT);
  });
});
