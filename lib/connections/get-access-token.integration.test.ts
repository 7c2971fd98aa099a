import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connectInProcess } from "@/testing/connected-event";
import { eventually } from "@/testing/eventually";
import { startTestCluster } from "@/testing/test-cluster";
import { startTestSandbox, type TestSandbox } from "@/testing/test-sandbox";
import { startTokenAsker } from "@/testing/token-asker";

const EVENT = "evt_harbor";
let revento: TestSandbox;
let db: typeof import("@/lib/db");
let getAccessToken: typeof import("./get-access-token").getAccessToken;

beforeAll(async () => {
  revento = await startTestSandbox();
  db = await import("@/lib/db");
  ({ getAccessToken } = await import("./get-access-token"));
});
beforeEach(async () => {
  await revento.control("reset", {});
  await connectInProcess(revento, EVENT, "usr_ana");
});
afterAll(() => revento.close());

async function rowsOf(query: string, values: unknown[] = []) {
  return db.withEventSql(EVENT, async (sql) => (await sql.query(query, values)).rows);
}

/** As if this much of the hour were over. */
async function let55MinutesPass(): Promise<void> {
  await rowsOf(
    `UPDATE tokens SET access_expires_at = now() + interval '4 minutes',
       access_issued_at = now() - interval '56 minutes'`,
  );
}
async function letAnHourPass(): Promise<void> {
  await rowsOf("UPDATE tokens SET access_expires_at = now() - interval '1 second'");
}
async function letTheLeaseEnd(): Promise<void> {
  await rowsOf("UPDATE tokens SET lease_expires_at = now() - interval '1 second'");
}

async function armFault(kind: string, more: object = {}): Promise<void> {
  const fault = { target: "request", method: "POST", path: "/oauth/token", kind, ...more };
  await revento.control("faults", fault);
}

/** Refreshes Revento has received since the connect, which took one request itself. */
async function countRefreshes(): Promise<number> {
  const { data } = (await revento.control("requests")) as { data: { path: string }[] };
  return data.filter((request) => request.path === "/oauth/token").length - 1;
}

async function worksAtRevento(accessToken: string): Promise<number> {
  const answer = await fetch(`${revento.url}/api/v1/events/${EVENT}`, {
    headers: {
      authorization: `Bearer ${accessToken}`,
      accept: "application/vnd.revento.v1+json",
      "x-revento-request-id": crypto.randomUUID(),
    },
  });
  return answer.status;
}

const ask = (options?: { rejected?: string }) => getAccessToken(EVENT, "installation", options);

async function stateOfConnection() {
  const [row] = await rowsOf("SELECT state, cause, epoch FROM connections");
  return row;
}

/** Ends every connection to this test's database and refuses new ones, until the answer is called. */
async function takeDatabaseAway(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  const name = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  const admin = new pg.Client({ connectionString: cluster.adminUrl() });
  await admin.connect();
  await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
    name,
  ]);
  return async () => {
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await admin.end();
    await cluster.leave();
  };
}

describe("whoever needs the token of an event gets one that works", () => {
  test("a fresh one is handed out without asking Revento", async () => {
    const tokens = await Promise.all([ask(), ask()]);
    expect(tokens[0]).toBe(tokens[1]);
    expect(await countRefreshes()).toBe(0);
  });

  test("50 callers at once bring one refresh (contract 2.5)", async () => {
    await let55MinutesPass();
    const tokens = await Promise.all(Array.from({ length: 50 }, () => ask()));
    expect(new Set(tokens).size).toBe(1);
    expect(await countRefreshes()).toBe(1);
    expect(await worksAtRevento(tokens[0] ?? "")).toBe(200);
  });

  test("150 callers in three processes bring one refresh", async () => {
    const askers = await Promise.all([1, 2, 3].map(() => startTokenAsker(EVENT, 50)));
    await letAnHourPass();
    const answers = (await Promise.all(askers.map((asker) => asker.ask()))).flat();
    expect(answers).toHaveLength(150);
    expect(new Set(answers).size).toBe(1);
    expect(await countRefreshes()).toBe(1);
    expect(await worksAtRevento(answers[0] ?? "")).toBe(200);
  });

  test("a token that Revento called expired is never handed out again (contract 2.6)", async () => {
    const old = await ask();
    await revento.control("clock", { advance_ms: 3_600_000 });
    expect(await worksAtRevento(old)).toBe(401);
    const renewed = await Promise.all([ask({ rejected: old }), ask({ rejected: old })]);
    expect(new Set(renewed).size).toBe(1);
    expect(await worksAtRevento(renewed[0] ?? "")).toBe(200);
    expect(await countRefreshes()).toBe(1);
  });

  test("an event that is not connected has none", async () => {
    const attempt = getAccessToken("evt_summit", "installation");
    await expect(attempt).rejects.toMatchObject({ kind: "refused", code: "not_connected" });
  });
});

describe("when Revento does not answer a refresh", () => {
  test("nothing was sent: the living token is handed out, and Revento is left alone for a moment", async () => {
    const old = await ask();
    await let55MinutesPass();
    await armFault("status", { status: 503, times: 50 });
    expect(await Promise.all([ask(), ask()])).toEqual([old, old]);
    expect(await ask()).toBe(old);
    expect(await countRefreshes()).toBe(1);
  });

  test("a token that has ended is unavailable with a wait, and the connection lives on (contract 1.7)", async () => {
    await letAnHourPass();
    await armFault("status", { status: 503 });
    await expect(ask()).rejects.toMatchObject({ kind: "unavailable", waitMs: expect.any(Number) });
    await expect(ask()).rejects.toMatchObject({ kind: "unavailable" });
    expect(await stateOfConnection()).toMatchObject({ state: "active" });
    await letTheLeaseEnd();
    expect(await worksAtRevento(await ask())).toBe(200);
    expect(await countRefreshes()).toBe(2);
  });

  test("a cable cut before Revento acted costs one more attempt, at once", async () => {
    await letAnHourPass();
    await armFault("cut");
    expect(await worksAtRevento(await ask())).toBe(200);
    expect(await countRefreshes()).toBe(2);
    const [token] = await rowsOf("SELECT refresh_attempts, refresh_sent_at FROM tokens");
    expect(token).toEqual({ refresh_attempts: 0, refresh_sent_at: null });
  });

  test.each([
    ["cut", "after"],
    ["malformed", "after"],
  ])(
    "an answer that was %s %s Revento acted is asked for once more, then: connect again",
    async (kind, when) => {
      await letAnHourPass();
      await armFault(kind, { when });
      await expect(ask()).rejects.toMatchObject({ kind: "refused", code: "outcome_unknown" });
      expect(await countRefreshes()).toBe(2);
      expect(await stateOfConnection()).toMatchObject({
        state: "needs_reconnect",
        cause: "outcome_unknown",
      });
      await expect(ask()).rejects.toMatchObject({ kind: "refused" });
      expect(await countRefreshes()).toBe(2);
      expect(await rowsOf("SELECT * FROM tokens")).toEqual([]);
    },
  );

  test("two lost answers in a row are enough", async () => {
    await letAnHourPass();
    await armFault("cut", { times: 5 });
    await expect(ask()).rejects.toMatchObject({ kind: "refused", code: "outcome_unknown" });
    expect(await countRefreshes()).toBe(2);
  });

  test("a revoked grant ends the connection in words, and nothing calls again (contract 2.6)", async () => {
    await revento.control("act", { action: "revoke_connection", event_id: EVENT });
    await letAnHourPass();
    await expect(ask()).rejects.toMatchObject({ kind: "refused", code: "invalid_grant" });
    await expect(ask()).rejects.toMatchObject({ kind: "refused" });
    expect(await countRefreshes()).toBe(1);
    expect(await stateOfConnection()).toMatchObject({
      state: "needs_reconnect",
      cause: "invalid_grant",
    });
    const runs = await rowsOf("SELECT state FROM sync_runs WHERE state IN ('queued', 'running')");
    expect(runs).toEqual([]);
  });
});

describe("when the process that refreshes dies or dawdles", () => {
  async function killInTheMiddle(when: "before" | "after"): Promise<void> {
    const asker = await startTokenAsker(EVENT, 3);
    await letAnHourPass();
    await armFault("hang", { when });
    asker.begin();
    await eventually(countRefreshes, (count) => count === 1, 10_000);
    await asker.kill();
    const [token] = await rowsOf("SELECT refresh_attempts, refresh_sent_at FROM tokens");
    expect(token).toEqual({ refresh_attempts: 1, refresh_sent_at: expect.any(Date) });
  }

  test("killed before Revento acted: whoever comes next tries once more, and all is well", async () => {
    await killInTheMiddle("before");
    const waiting = ask();
    await letTheLeaseEnd();
    expect(await worksAtRevento(await waiting)).toBe(200);
    expect(await countRefreshes()).toBe(2);
  });

  test("killed after Revento acted: one more attempt, then the organizer connects again", async () => {
    await killInTheMiddle("after");
    await letTheLeaseEnd();
    await expect(ask()).rejects.toMatchObject({ kind: "refused", code: "outcome_unknown" });
    expect(await stateOfConnection()).toMatchObject({ state: "needs_reconnect" });
    await connectInProcess(revento, EVENT, "usr_ana");
    expect(await worksAtRevento(await ask())).toBe(200);
  });

  test("a slow holder cannot overwrite its successor, nor end what went well", async () => {
    const { renewLease, storeRefreshed, takeLease } = await import("./refresh-lease");
    const { readTokenRow } = await import("./token-row");
    await letAnHourPass();
    const row = await readTokenRow(EVENT, "installation");
    const slow = row && (await takeLease(row));
    if (!slow) throw new Error("the lease was not free");
    await letTheLeaseEnd();
    const current = await ask();
    const stale = {
      accessToken: "stale",
      refreshToken: "stale",
      isBearer: true,
      issuedAt: new Date(),
      accessExpiresAt: new Date(Date.now() + 3_600_000),
      refreshExpiresAt: new Date(Date.now() + 7_776_000_000),
      scopes: undefined,
      eventId: EVENT,
      organizationId: "org_lumen",
      userId: undefined,
    };
    expect(await storeRefreshed(slow, stale)).toBe(false);
    expect(await renewLease(slow)).toBe(false);
    expect(await ask()).toBe(current);
  });

  test("a database that is away when the answer comes does not cost the new tokens", async () => {
    await letAnHourPass();
    await armFault("delay", { delay_ms: 500, when: "after" });
    const refreshing = ask();
    await eventually(countRefreshes, (count) => count === 1, 5_000);
    const bringBack = await takeDatabaseAway();
    await sleep(1_500);
    await bringBack();
    const renewed = await refreshing;
    expect(await ask()).toBe(renewed);
    expect(await worksAtRevento(renewed)).toBe(200);
    expect(await countRefreshes()).toBe(1);
  });

  test("an organizer who connects again in the middle of a refresh keeps the new tokens", async () => {
    await letAnHourPass();
    await armFault("delay", { delay_ms: 700 });
    const refreshing = ask();
    await eventually(countRefreshes, (count) => count === 1, 5_000);
    await connectInProcess(revento, EVENT, "usr_ana");
    expect(await worksAtRevento(await refreshing)).toBe(200);
    expect(await stateOfConnection()).toMatchObject({ state: "active" });
  });
});

describe("a participant's grant", () => {
  test("that Revento refuses is deleted, and the event stays connected", async () => {
    const { encryptToken } = await import("@/lib/token-cipher");
    const binding = { eventId: EVENT, holder: "usr_p_harbor_1" };
    await rowsOf(
      `INSERT INTO tokens (event_id, holder, access_token, refresh_token, access_expires_at,
         refresh_expires_at, first_issued_at)
       VALUES ($1, $2, $3, $4, now(), now() + interval '90 days', now())`,
      [
        EVENT,
        binding.holder,
        await encryptToken("rev_user_gone", { ...binding, use: "access" }),
        await encryptToken("rev_refresh_gone", { ...binding, use: "refresh" }),
      ],
    );
    const attempt = getAccessToken(EVENT, binding.holder);
    await expect(attempt).rejects.toMatchObject({ kind: "refused", code: "invalid_grant" });
    expect(await rowsOf("SELECT holder FROM tokens")).toEqual([{ holder: "installation" }]);
    expect(await stateOfConnection()).toMatchObject({ state: "active" });
  });
});

describe("tokens that nobody uses", () => {
  test("are refreshed a month after their last refresh, and not before", async () => {
    const { refreshExpiringTokens } = await import("./refresh-expiring-tokens");
    await letAnHourPass();
    expect(await refreshExpiringTokens()).toEqual({ refreshed: 0, failed: 0 });
    await rowsOf("UPDATE tokens SET refresh_expires_at = now() + interval '59 days'");
    expect(await refreshExpiringTokens()).toEqual({ refreshed: 1, failed: 0 });
    expect(await countRefreshes()).toBe(1);
    const [token] = await rowsOf(
      "SELECT refresh_expires_at > now() + interval '89 days' AS moved FROM tokens",
    );
    expect(token).toEqual({ moved: true });
  });

  test("that a year has worn out are not refreshed in vain (contract 2.4)", async () => {
    const { refreshExpiringTokens } = await import("./refresh-expiring-tokens");
    await letAnHourPass();
    await rowsOf(
      `UPDATE tokens SET refresh_expires_at = now() + interval '20 days',
         first_issued_at = now() - interval '345 days'`,
    );
    expect(await refreshExpiringTokens()).toEqual({ refreshed: 0, failed: 0 });
  });
});
