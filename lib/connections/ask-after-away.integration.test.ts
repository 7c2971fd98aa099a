import { afterAll, beforeEach, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { connectInProcess, forgetEvent, passTime } from "@/testing/connected-event";
import { startTestSandbox } from "@/testing/test-sandbox";

// The environment is read once: the product is loaded when the sandbox is there.
const sandbox = await startTestSandbox();
const { askAfterAway } = await import("./ask-after-away");
const { callRevento } = await import("./call-revento");
const { readHeard } = await import("./read-heard");
const { readEvent } = await import("@/lib/revento/read-api");

const EVENT = "evt_harbor";

afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("reset", {});
  await forgetEvent(EVENT);
  await connectInProcess(sandbox, EVENT, "usr_ana");
});

const call = () =>
  callRevento(EVENT, "installation", (token) => readEvent(token, EVENT)).catch((error) => error);
const awaySince = async () => (await withEventSql(EVENT, (sql) => readHeard(sql, EVENT))).awaySince;
const fault = (kind: string, more: object) =>
  sandbox.control("faults", { target: "request", path: `/api/v1/events/${EVENT}`, kind, ...more });
const changes = () =>
  withEventSql(EVENT, async (sql) => {
    const found = await sql.query<{ topic: string }>(
      "SELECT topic FROM changes WHERE event_id = $1 AND topic = 'connection' ORDER BY seq",
      [EVENT],
    );
    return found.rows.length;
  });

test.each([
  ["an error of its own", "status", { status: 500, times: 2 }],
  ["a cut connection", "cut", { times: 2 }],
])(
  "%s is no answer: since then Revento is away, said once, until it answers",
  async (_, kind, more) => {
    const before = await changes();
    expect(await awaySince()).toBeNull();
    await fault(kind, more);
    await call();
    const since = await awaySince();
    expect(since).not.toBeNull();
    await call();
    expect([await awaySince(), (await changes()) - before]).toEqual([since, 1]);
    await call();
    expect([await awaySince(), (await changes()) - before]).toEqual([null, 2]);
  },
);

test("a refusal, and a budget that is used up, are answers", async () => {
  await fault("status", { status: 404, body: { error: "not_found" }, times: 1 });
  await call();
  expect(await awaySince()).toBeNull();
  await fault("status", { status: 429, times: 1 });
  await call();
  expect(await awaySince()).toBeNull();
});

test("a token endpoint that does not answer counts, too", async () => {
  await passTime(sandbox, EVENT, 3_600_000);
  await withEventSql(EVENT, (sql) =>
    sql.query("UPDATE tokens SET access_expires_at = now() WHERE event_id = $1", [EVENT]),
  );
  await sandbox.control("faults", {
    target: "request",
    path: "/oauth/token",
    kind: "status",
    status: 503,
    times: 1,
  });
  await call();
  expect(await awaySince()).not.toBeNull();
});

test("Revento is asked again until it answers, and the first silence ends the round", async () => {
  await fault("status", { status: 503, times: 2 });
  await call();
  expect(await askAfterAway()).toBe(0);
  expect(await awaySince()).not.toBeNull();
  expect(await askAfterAway()).toBe(1);
  expect(await awaySince()).toBeNull();
  expect(await askAfterAway()).toBe(0);
});

test("an event that is connected anew begins without it", async () => {
  await fault("status", { status: 503, times: 1 });
  await call();
  await connectInProcess(sandbox, EVENT, "usr_ana");
  expect(await awaySince()).toBeNull();
});
