import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { RouteBrowser } from "@/testing/route-browser";
import { startTestSandbox, type TestSandbox } from "@/testing/test-sandbox";

const APP = "http://127.0.0.1:3000";
let revento: TestSandbox;
let connect: typeof import("./route").GET;
let callback: typeof import("./callback/route").GET;
let signOut: typeof import("@/app/api/session/sign-out/route").POST;
let db: typeof import("@/lib/db");
let members: {
  requirePermission: typeof import("@/lib/members/with-permission").requirePermission;
  findSession: typeof import("@/lib/members/find-session").findSession;
};
let getAccessToken: typeof import("@/lib/connections/get-access-token").getAccessToken;

beforeAll(async () => {
  revento = await startTestSandbox();
  connect = (await import("./route")).GET;
  callback = (await import("./callback/route")).GET;
  signOut = (await import("@/app/api/session/sign-out/route")).POST;
  db = await import("@/lib/db");
  members = {
    ...(await import("@/lib/members/with-permission")),
    ...(await import("@/lib/members/find-session")),
  };
  ({ getAccessToken } = await import("@/lib/connections/get-access-token"));
});
beforeEach(() => revento.control("reset", {}));
afterAll(() => revento.close());

async function leave(browser: RouteBrowser, eventId: string): Promise<string> {
  const start = await browser.get(connect, `${APP}/connect?event_id=${eventId}`);
  expect(start.status).toBe(303);
  return start.headers.get("location") ?? "";
}

async function decide(authorizeUrl: string, user = "usr_ana", more: object = {}): Promise<string> {
  const answer = { user_id: user, authorize_url: authorizeUrl, ...more };
  return ((await revento.control("authorize", answer)) as { redirect_to: string }).redirect_to;
}

async function connectEvent(browser: RouteBrowser, eventId = "evt_harbor", more: object = {}) {
  return browser.get(callback, await decide(await leave(browser, eventId), "usr_ana", more));
}

function rowsOf(eventId: string, query: string) {
  return db.withEventSql(eventId, async (sql) => (await sql.query(query)).rows);
}

async function expectPage(answer: Response, status: number, words: RegExp): Promise<string> {
  const page = await answer.text();
  expect(page).toMatch(words);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page).toMatch(/<h1>/);
  return page;
}

const TRY_AGAIN = `href="${APP}/connect?event_id=evt_harbor">Try again</a>`;

describe("an organizer connects their event", () => {
  test("they are sent to Revento with PKCE, a state and the event (contract 3.1, 3.2)", async () => {
    const url = new URL(await leave(new RouteBrowser(), "evt_harbor"));
    expect(url.origin + url.pathname).toBe(`${revento.url}/oauth/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: "code",
      client_id: "foyer-test",
      redirect_uri: `${APP}/connect/callback`,
      scope: "event.read participants.read program.read",
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      event_id: "evt_harbor",
    });
  });

  test("they come back as its owner, with tokens closed, a sync queued and an audit entry", async () => {
    const browser = new RouteBrowser();
    const done = await connectEvent(browser);
    expect(done.status).toBe(303);
    expect(done.headers.get("location")).toBe(`${APP}/events/evt_harbor`);
    expect([...browser.cookies.keys()]).toEqual(["foyer"]);
    expect(done.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax$/);

    const [connection] = await rowsOf("evt_harbor", "SELECT * FROM connections");
    expect(connection).toMatchObject({ organization_id: "org_lumen", state: "active" });
    const [token] = await rowsOf("evt_harbor", "SELECT * FROM tokens");
    expect(token.holder).toBe("installation");
    expect(JSON.stringify(token)).not.toContain("rev_");
    expect(await rowsOf("evt_harbor", "SELECT kind, state FROM sync_runs")).toEqual([
      { kind: "sync", state: "queued" },
    ]);
    const actor = await members.findSession(browser.cookies.get("foyer"));
    const { memberId, role } = await members.requirePermission(actor, "evt_harbor", "event.read");
    expect(role).toBe("owner");
    const [audit] = await rowsOf("evt_harbor", "SELECT * FROM audit_entries");
    expect(audit).toMatchObject({ actor: memberId, action: "connection.connected" });
    expect(await rowsOf("evt_harbor", "SELECT topic FROM changes")).toEqual([
      { topic: "connection" },
    ]);

    const accessToken = await getAccessToken("evt_harbor", "installation");
    const event = await fetch(`${revento.url}/api/v1/events/evt_harbor`, {
      headers: {
        authorization: `Bearer ${accessToken}`,
        accept: "application/vnd.revento.v1+json",
        "x-revento-request-id": crypto.randomUUID(),
      },
    });
    expect(event.status).toBe(200);
  });

  test("the program may be left out: they are told, and the connection remembers it (contract 3.6)", async () => {
    const scopes = ["event.read", "participants.read"];
    const browser = new RouteBrowser();
    const done = await connectEvent(browser, "evt_summit", { scopes });
    const page = await expectPage(done, 200, /Connected, without the program/);
    expect(page).toContain(`href="${APP}/events/evt_summit"`);
    expect(await rowsOf("evt_summit", "SELECT scopes FROM connections")).toEqual([{ scopes }]);
    const actor = await members.findSession(browser.cookies.get("foyer"));
    expect((await members.requirePermission(actor, "evt_summit", "event.read")).role).toBe("owner");
  });

  test("connecting again gives a new epoch and new tokens, and one sync and one seat remain", async () => {
    const browser = new RouteBrowser();
    await connectEvent(browser);
    const [before] = await rowsOf("evt_harbor", "SELECT epoch FROM connections");
    const old = await getAccessToken("evt_harbor", "installation");
    await connectEvent(browser);
    const [after] = await rowsOf("evt_harbor", "SELECT epoch, state FROM connections");
    expect(after).toEqual({ epoch: before.epoch + 1, state: "active" });
    expect(await getAccessToken("evt_harbor", "installation")).not.toBe(old);
    const queued = await rowsOf("evt_harbor", "SELECT id FROM sync_runs WHERE state = 'queued'");
    expect(queued).toHaveLength(1);
    const { sessionHash } = await members.findSession(browser.cookies.get("foyer"));
    const seats = await rowsOf("evt_harbor", "SELECT session_hash FROM member_sessions");
    expect(seats.filter((seat) => seat.session_hash === sessionHash)).toHaveLength(1);
  });
});

describe("a connect that is refused ends on a page that says so", () => {
  test("the organizer did not agree (contract 3.7)", async () => {
    const answer = await connectEvent(new RouteBrowser(), "evt_harbor", { decision: "deny" });
    expect(await expectPage(answer, 403, /not given access/)).toContain(TRY_AGAIN);
  });

  test("the organization is informal (contract 1.4)", async () => {
    const browser = new RouteBrowser();
    const back = await decide(await leave(browser, "evt_garden"), "usr_ben");
    await expectPage(await browser.get(callback, back), 403, /formal, verified organizations/);
  });

  test("a state works once", async () => {
    const browser = new RouteBrowser();
    const back = await decide(await leave(browser, "evt_harbor"));
    const thief = new RouteBrowser();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect((await browser.get(callback, back)).status).toBe(303);
    await members.findSession(browser.cookies.get("foyer"));
    await expectPage(await thief.get(callback, back), 400, /does not work any more/);
    expect(thief.cookies.has("foyer")).toBe(false);
  });

  test("a state nobody made is refused before Revento is asked", async () => {
    const answer = await new RouteBrowser().get(callback, `${APP}/connect/callback?state=a&code=b`);
    await expectPage(answer, 400, /does not work any more/);
    const { by_endpoint: calls } = (await revento.control("counters")) as { by_endpoint: object };
    expect(JSON.stringify(calls)).not.toContain("/oauth/token");
  });

  test("a state older than ten minutes", async () => {
    const browser = new RouteBrowser();
    const back = await decide(await leave(browser, "evt_harbor"));
    await db.withSystemSql((sql) =>
      sql.query(
        `WITH old AS (DELETE FROM connect_attempts RETURNING *)
         INSERT INTO connect_attempts (state_hash, event_id, browser_hash, code_verifier, expires_at)
         SELECT state_hash, event_id, browser_hash, code_verifier, now() FROM old`,
      ),
    );
    const page = await expectPage(await browser.get(callback, back), 410, /ten minutes/);
    expect(page).toContain(TRY_AGAIN);
  });

  test("an attempt cannot end in another browser, and is used up by trying", async () => {
    const browser = new RouteBrowser();
    const back = await decide(await leave(browser, "evt_harbor"));
    const other = new RouteBrowser();
    await leave(other, "evt_harbor");
    await expectPage(await other.get(callback, back), 403, /another browser/);
    await expectPage(await browser.get(callback, back), 400, /does not work any more/);
  });

  test("nor can a browser that has a cookie of the right name and the wrong value", async () => {
    const browser = new RouteBrowser();
    const back = await decide(await leave(browser, "evt_harbor"));
    const other = new RouteBrowser();
    for (const name of browser.cookies.keys()) other.cookies.set(name, "A".repeat(43));
    await expectPage(await other.get(callback, back), 403, /another browser/);
  });

  test("a callback without an answer, or with two, is malformed", async () => {
    for (const query of ["", "?state=a", "?code=a", "?state=a&state=b&code=c"]) {
      const answer = await new RouteBrowser().get(callback, `${APP}/connect/callback${query}`);
      await expectPage(answer, 400, /not complete/);
    }
  });

  test("an unknown error of Revento is not shown, only named as a refusal", async () => {
    const browser = new RouteBrowser();
    const state = new URL(await leave(browser, "evt_harbor")).searchParams.get("state") ?? "";
    const query = new URLSearchParams({ state, error: "<b>x</b>", error_description: "<i>" });
    const answer = await browser.get(callback, `${APP}/connect/callback?${query}`);
    expect(await expectPage(answer, 403, /did not allow/)).not.toContain("<b>x");
  });

  test("Revento is down at the moment of the exchange, and a second try works", async () => {
    const browser = new RouteBrowser();
    const fault = { target: "request", method: "POST", path: "/oauth/token", kind: "status" };
    await revento.control("faults", { ...fault, status: 503 });
    const answer = await connectEvent(browser);
    expect(await expectPage(answer, 503, /cannot be reached/)).toContain(TRY_AGAIN);
    expect(answer.headers.get("retry-after")).toBe("30");
    expect((await connectEvent(browser)).status).toBe(303);
  });

  test("Revento's own sentence is shown, in one line and as text", async () => {
    const browser = new RouteBrowser();
    const url = new URL(
      await decide(await leave(browser, "evt_harbor"), "usr_ana", { decision: "deny" }),
    );
    url.searchParams.set("error_description", `Ask <b>your</b>\nowner ${"x".repeat(400)}`);
    const page = await expectPage(await browser.get(callback, url.href), 403, /not given access/);
    expect(page).toContain("Revento says: “Ask &lt;b&gt;your&lt;/b&gt; owner xxx");
    expect(page).not.toContain("x".repeat(301));
  });

  test("an event that Revento does not know is called that", async () => {
    const browser = new RouteBrowser();
    const answer = await fetch(await leave(browser, "evt_nobody_knows"), { redirect: "manual" });
    const page = await browser.get(callback, answer.headers.get("location") ?? "");
    await expectPage(page, 404, /Revento does not know this event/);
  });

  test.each([
    " evt_harbor ",
    "evt_ harbor",
    "evt_harbor\u200b",
    "https://revento.example/events/evt_harbor/integrations?tab=1#foyer",
  ])("the event in %j is found", async (given) => {
    const url = `${APP}/connect?event_id=${encodeURIComponent(given)}`;
    const start = await new RouteBrowser().get(connect, url);
    expect(new URL(start.headers.get("location") ?? "").searchParams.get("event_id")).toBe(
      "evt_harbor",
    );
  });

  test("what is not an event id is explained, and asking without one shows how", async () => {
    for (const query of [
      "?event_id=",
      "?event_id=org_1",
      "?event_id=evt_a&event_id=evt_b",
      "?event_id=evt_a,evt_b",
    ]) {
      const answer = await new RouteBrowser().get(connect, `${APP}/connect${query}`);
      await expectPage(answer, 400, /not an event/);
    }
    await expectPage(await new RouteBrowser().get(connect, `${APP}/connect`), 200, /Which event/);
  });
});

test("without an event they choose it in Revento, where its address is known", async () => {
  const { env } = await import("@/lib/env");
  Object.assign(env(), { REVENTO_ORGANIZER_URL: "https://revento.example/events" });
  const answer = await new RouteBrowser().get(connect, `${APP}/connect`);
  Object.assign(env(), { REVENTO_ORGANIZER_URL: undefined });
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("https://revento.example/events");
});

describe("a browser and its session", () => {
  test("an id that was planted before a connect is worth nothing after it", async () => {
    const { createSession } = await import("@/lib/members/create-session");
    const planted = await createSession();
    const victim = new RouteBrowser();
    victim.cookies.set("foyer", planted.cookie);
    expect((await connectEvent(victim)).status).toBe(303);
    expect(victim.cookies.get("foyer")).not.toBe(planted.cookie);
    expect(await members.findSession(planted.cookie)).toMatchObject({ sessionHash: null });
    const attacker = { sessionHash: planted.sessionHash };
    await expect(members.requirePermission(attacker, "evt_harbor", "event.read")).rejects.toThrow(
      /no such/,
    );
  });

  test("the events connected before stay with the new session", async () => {
    const browser = new RouteBrowser();
    await connectEvent(browser, "evt_harbor");
    await connectEvent(browser, "evt_summit");
    const actor = await members.findSession(browser.cookies.get("foyer"));
    expect((await members.requirePermission(actor, "evt_harbor", "event.read")).role).toBe("owner");
    expect((await members.requirePermission(actor, "evt_summit", "event.read")).role).toBe("owner");
  });

  test("two tabs that come back at once do not cost the events connected before", async () => {
    const browser = new RouteBrowser();
    await connectEvent(browser, "evt_summit");
    const tabs = [
      await decide(await leave(browser, "evt_harbor")),
      await decide(await leave(browser, "evt_harbor")),
    ];
    const answers = await Promise.all(tabs.map((tab) => browser.get(callback, tab)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = answers.find(({ status }) => status === 409);
    if (late) await expectPage(late, 409, /Connected, but not for this browser yet/);
    const actor = await members.findSession(browser.cookies.get("foyer"));
    expect((await members.requirePermission(actor, "evt_harbor", "event.read")).role).toBe("owner");
    expect((await members.requirePermission(actor, "evt_summit", "event.read")).role).toBe("owner");
  });

  test("a tab that comes back with the session of before takes nothing away either", async () => {
    const browser = new RouteBrowser();
    await connectEvent(browser, "evt_summit");
    const before = browser.cookies.get("foyer") ?? "";
    const late = await decide(await leave(browser, "evt_harbor"));
    await connectEvent(browser, "evt_harbor");
    const after = browser.cookies.get("foyer") ?? "";
    browser.cookies.set("foyer", before);
    await expectPage(await browser.get(callback, late), 409, /not for this browser yet/);
    expect(browser.cookies.get("foyer")).toBe(before);
    const actor = await members.findSession(after);
    expect((await members.requirePermission(actor, "evt_summit", "event.read")).role).toBe("owner");
  });

  test("a browser that never got the answer asks again, and has its events with a fresh session", async () => {
    const browser = new RouteBrowser();
    await connectEvent(browser, "evt_summit");
    const back = await decide(await leave(browser, "evt_harbor"));
    const before = new Map(browser.cookies);
    await browser.get(callback, back);
    const lost = browser.cookies.get("foyer");
    for (let time = 0; time < 2; time += 1) {
      browser.cookies.clear();
      for (const [name, value] of before) browser.cookies.set(name, value);
      expect((await browser.get(callback, back)).status).toBe(303);
    }
    const actor = await members.findSession(browser.cookies.get("foyer"));
    for (const eventId of ["evt_harbor", "evt_summit"]) {
      expect((await members.requirePermission(actor, eventId, "event.read")).role).toBe("owner");
    }
    expect((await members.findSession(lost)).sessionHash).toBeNull();
    const { by_endpoint: calls } = (await revento.control("counters")) as { by_endpoint: object };
    expect(calls).toEqual({ "POST /oauth/token": { "200": 2 } });
  });

  test("a second callback waits for what comes of the first", async () => {
    const browser = new RouteBrowser();
    const back = await decide(await leave(browser, "evt_harbor"));
    const slow = { target: "request", path: "/oauth/token", kind: "delay", delay_ms: 700 };
    await revento.control("faults", slow);
    const answers = await Promise.all([browser.get(callback, back), browser.get(callback, back)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const actor = await members.findSession(browser.cookies.get("foyer"));
    expect((await members.requirePermission(actor, "evt_harbor", "event.read")).role).toBe("owner");
  });

  test("nobody else gets what the browser lost", async () => {
    const browser = new RouteBrowser();
    const back = await decide(await leave(browser, "evt_harbor"));
    await browser.get(callback, back);
    await expectPage(await new RouteBrowser().get(callback, back), 400, /does not work any more/);
    const actor = await members.findSession(browser.cookies.get("foyer"));
    expect((await members.requirePermission(actor, "evt_harbor", "event.read")).role).toBe("owner");
  });

  test("a browser that lost its new session, and consents again, sees the event with a fresh one", async () => {
    const browser = new RouteBrowser();
    await connectEvent(browser, "evt_harbor");
    await members.findSession(browser.cookies.get("foyer"));
    const before = browser.cookies.get("foyer") ?? "";
    await connectEvent(browser, "evt_harbor");
    browser.cookies.set("foyer", before);
    await db.withSystemSql((sql) =>
      sql.query("UPDATE sessions SET replaced_at = replaced_at - interval '6 seconds'"),
    );
    expect((await connectEvent(browser, "evt_harbor")).status).toBe(303);
    const actor = await members.findSession(browser.cookies.get("foyer"));
    expect((await members.requirePermission(actor, "evt_harbor", "event.read")).role).toBe("owner");
  });

  test("an organizer cannot see another organizer's event", async () => {
    const browser = new RouteBrowser();
    await connectEvent(browser, "evt_harbor");
    await connectEvent(new RouteBrowser(), "evt_summit");
    const actor = await members.findSession(browser.cookies.get("foyer"));
    for (const eventId of ["evt_summit", "evt_nowhere", "not an event"]) {
      const attempt = members.requirePermission(actor, eventId, "event.read");
      await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    }
    const nobody = members.requirePermission({ sessionHash: null }, "evt_harbor", "event.read");
    await expect(nobody).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("signing out ends the session, and only from our own pages", async () => {
    const browser = new RouteBrowser();
    await connectEvent(browser);
    const cookie = browser.cookies.get("foyer");
    const url = `${APP}/api/session/sign-out`;
    const post = (request: Request) => signOut(request, { params: Promise.resolve({}) });
    const forged = await browser.post(post, url, { origin: "http://evil.example" });
    expect(forged.status).toBe(403);
    expect((await members.findSession(cookie)).sessionHash).not.toBeNull();
    expect((await browser.post(post, url, { origin: APP })).status).toBe(303);
    expect(browser.cookies.has("foyer")).toBe(false);
    expect(await members.findSession(cookie)).toEqual({ sessionHash: null });
  });
});
