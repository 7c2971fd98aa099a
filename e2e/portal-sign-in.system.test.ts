import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectByHttp } from "@/testing/connect-by-http";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { freshFoyer } from "@/testing/fresh-foyer";
import { HttpBrowser } from "@/testing/http-browser";
import { decideSignIn, signInByHttp, startSignIn } from "@/testing/portal-sign-in";
import { untilSynced } from "@/testing/until-synced";

const EVENT = "evt_harbor";
const OTHER_EVENT = "evt_summit";
const FOREIGN_RETURNS = [
  "https://evil.example/portal/evt_harbor",
  "//evil.example/portal/evt_harbor",
  "/\\evil.example/portal/evt_harbor",
  "http://evil.example@127.0.0.1:9/portal/evt_harbor",
  "javascript:alert(1)",
  "/portal/evt_summit",
  "/events/evt_harbor",
  "/portal/evt_harbor/../../events",
];

let foyer: FoyerUnderTest;
let next = 10;
/** Somebody of evt_harbor whom no other test has met. */
const somebody = () => `usr_p_harbor_${next++}`;

const tokenCalls = async () => {
  const { data } = (await foyer.control("requests")) as { data: { path: string }[] };
  return data.filter(({ path }) => path === "/oauth/token").length;
};
const grantsOf = async (userId: string) => {
  const sql = "SELECT event_id FROM grants WHERE user_id = $1 AND state = 'active'";
  return (await foyer.database.query<{ event_id: string }>(sql, [userId])).rows;
};
const sessionOf = ({ cookies }: HttpBrowser, eventId = EVENT) =>
  cookies.get(`foyer_portal_${eventId}`);
const statusOfMe = async (browser: HttpBrowser, eventId = EVENT) =>
  (await browser.ask(`/api/portal/${eventId}/me`)).status;

async function csrfTokenOf(browser: HttpBrowser): Promise<string> {
  const answer = await browser.ask("/api/auth/csrf");
  return ((await answer.json()) as { csrfToken: string }).csrfToken;
}

async function sendSignIn(
  browser: HttpBrowser,
  query: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  const csrfToken = await csrfTokenOf(browser);
  const form = new URLSearchParams({ csrfToken, ...fields });
  return browser.send("POST", `/api/auth/signin/revento?${query}`, form);
}

/** A sign-in up to the answer of Revento: the browser, and the address of the callback. */
async function comeBack(userId: string, more: Record<string, string> = {}) {
  const browser = new HttpBrowser(foyer.appUrl);
  const authorizeUrl = await startSignIn(browser, EVENT, more);
  return { browser, callback: await decideSignIn(foyer, authorizeUrl, userId) };
}

/** The answer to a callback, with the pages waited for that ask again by themselves. */
async function settled(browser: HttpBrowser, callback: string): Promise<Response> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await browser.ask(callback);
    if (answer.headers.get("refresh") === null) return answer;
    await sleep(500);
  }
  throw new Error("a sign-in without end");
}

beforeAll(async () => {
  foyer = await freshFoyer();
  const organizer = await connectByHttp(foyer, EVENT, "usr_ana");
  await untilSynced(foyer, EVENT);
  await connectByHttp(foyer, OTHER_EVENT, "usr_ana", organizer);
});

afterAll(() => foyer?.close());

describe("a sign-in begins", () => {
  test("with everything that Revento wants to know (contract 3.1)", async () => {
    const url = new URL(await startSignIn(new HttpBrowser(foyer.appUrl), EVENT));
    expect(url.origin + url.pathname).toBe(`${foyer.sandboxUrl}/oauth/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: "code",
      client_id: foyer.env.REVENTO_CLIENT_ID,
      redirect_uri: `${foyer.appUrl}/api/auth/callback/revento`,
      scope: "profile.read event.attendance",
      state: expect.stringMatching(/^[\w-]{30,}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      event_id: EVENT,
    });
  });

  test.each(FOREIGN_RETURNS)("never with a way back to %s", async (callbackUrl) => {
    const browser = new HttpBrowser(foyer.appUrl);
    const answer = await sendSignIn(browser, `event_id=${EVENT}`, { callbackUrl });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("location")).toBeNull();
  });

  test.each([
    ["no event", "", 400],
    ["what is no event id", "event_id=%3Cscript%3E", 400],
    ["two events", `event_id=${EVENT}&event_id=${OTHER_EVENT}`, 400],
    ["a challenge that is none", `event_id=${EVENT}&challenge=short`, 400],
    ["an event there is not", "event_id=evt_there_is_none", 404],
    ["an event that is not connected", "event_id=evt_expo", 404],
  ])("not for %s", async (_, query, status) => {
    const answer = await sendSignIn(new HttpBrowser(foyer.appUrl), query);
    expect(answer.status).toBe(status);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test("in the same words for an event there is not and one that is not connected", async () => {
    const pages = await Promise.all(
      ["evt_there_is_none", "evt_expo"].map(async (eventId) => {
        const answer = await sendSignIn(new HttpBrowser(foyer.appUrl), `event_id=${eventId}`);
        return (await answer.text()).replaceAll(eventId, "EVENT");
      }),
    );
    expect(pages[0]).toBe(pages[1]);
  });

  test.each([
    ["another site", { origin: "https://evil.example" }],
    ["nowhere", { origin: "null" }],
    ["another site, as the browser says", { "sec-fetch-site": "cross-site" }],
  ])("not from a form of %s", async (_, headers) => {
    const browser = new HttpBrowser(foyer.appUrl);
    const csrfToken = await csrfTokenOf(browser);
    const answer = await browser.ask(`/api/auth/signin/revento?event_id=${EVENT}`, {
      method: "POST",
      headers: { origin: foyer.appUrl, ...headers },
      body: new URLSearchParams({ csrfToken }),
    });
    expect(answer.status).toBe(403);
  });

  test.each([
    ["a guessed token", "guessed"],
    ["no token", ""],
  ])("not with %s against forged forms", async (_, csrfToken) => {
    const answer = await sendSignIn(new HttpBrowser(foyer.appUrl), `event_id=${EVENT}`, {
      csrfToken,
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.get("location") ?? "").not.toContain("/oauth/authorize");
  });

  test.each(["session", "signout", "providers", "error", "signin", "_log", "callback/other"])(
    "and next-auth's own /api/auth/%s is not there",
    async (action) => {
      for (const method of ["GET", "POST"]) {
        const browser = new HttpBrowser(foyer.appUrl);
        expect((await browser.send(method, `/api/auth/${action}`)).status).toBe(404);
      }
    },
  );
});

describe("a callback is refused, and nobody asks Revento for tokens", () => {
  async function expectRefused(browser: HttpBrowser, callback: string): Promise<void> {
    const before = await tokenCalls();
    const answer = await browser.ask(callback);
    expect(answer.status).toBe(400);
    expect(sessionOf(browser)).toBeUndefined();
    expect(await tokenCalls()).toBe(before);
  }

  test("without the cookies of its own sign-in", async () => {
    const { callback } = await comeBack(somebody());
    await expectRefused(new HttpBrowser(foyer.appUrl), callback);
  });

  test("in a browser that began a sign-in of its own", async () => {
    const victim = new HttpBrowser(foyer.appUrl);
    await startSignIn(victim, EVENT);
    const attacker = await comeBack(somebody());
    await expectRefused(victim, attacker.callback);
  });

  test("with a forged state", async () => {
    const { browser, callback } = await comeBack(somebody());
    const forged = new URL(callback);
    forged.searchParams.set("state", randomBytes(32).toString("base64url"));
    await expectRefused(browser, forged.href);
  });

  test.each(["", "?code=guessed", "?state=guessed", "?code=guessed&state=guessed"])(
    "with the query '%s'",
    async (query) => {
      const { browser } = await comeBack(somebody());
      await expectRefused(browser, `/api/auth/callback/revento${query}`);
    },
  );

  test("with a second state beside its own", async () => {
    const { browser, callback } = await comeBack(somebody());
    await expectRefused(browser, `${callback}&state=guessed`);
  });

  test("a second time, and the session of the first goes on", async () => {
    const { browser, callback } = await comeBack(somebody());
    expect((await browser.ask(callback)).status).toBe(302);
    const before = await tokenCalls();
    expect((await browser.ask(callback)).status).toBe(400);
    expect(await tokenCalls()).toBe(before);
    expect(await statusOfMe(browser)).toBe(200);
  });
});

test("two callbacks at once come to one sign-in, and Revento never sees the code twice", async () => {
  const { browser, callback } = await comeBack(somebody());
  const twin = new HttpBrowser(foyer.appUrl);
  for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
  const before = await tokenCalls();
  const answers = await Promise.all([settled(browser, callback), settled(twin, callback)]);
  expect(await tokenCalls()).toBe(before + 1);
  expect(answers.map(({ status }) => status)).toEqual([302, 302]);
  const asked = await browser.send("POST", `/api/portal/${EVENT}/me/refresh`);
  expect(asked.status).toBe(200);
});

test("an answer that is lost on its way is there when the browser comes again, and the code is not asked about again", async () => {
  const { browser, callback } = await comeBack(somebody());
  const lost = new HttpBrowser(foyer.appUrl);
  for (const [name, value] of browser.cookies) lost.cookies.set(name, value);
  const before = await tokenCalls();
  expect((await settled(lost, callback)).status).toBe(302);
  expect((await settled(browser, callback)).status).toBe(302);
  expect(await tokenCalls()).toBe(before + 1);
  expect(await statusOfMe(browser)).toBe(200);
});

test("a token endpoint that is asked too much is waited for, and the page says so meanwhile", async () => {
  const { browser, callback } = await comeBack(somebody());
  const limit = { target: "request", path: "/oauth/token", kind: "status", status: 429, times: 1 };
  await foyer.control("faults", { ...limit, headers: { "Retry-After": "5" } });
  const waiting = await browser.ask(callback);
  expect([waiting.status, waiting.headers.get("refresh")]).toEqual([200, "2"]);
  expect(await waiting.text()).toContain("Signing you in");
  expect((await settled(browser, callback)).status).toBe(302);
  expect(await statusOfMe(browser)).toBe(200);
});

test("a browser that was made to begin forty sign-ins still gets its answers, and signs in", async () => {
  const browser = new HttpBrowser(foyer.appUrl);
  for (let begun = 0; begun < 40; begun += 1) await startSignIn(browser, EVENT);
  expect(browser.cookieHeader.length).toBeLessThan(6_000);
  const { answer } = await signInByHttp(foyer, EVENT, somebody(), { browser });
  expect(answer.status).toBe(302);
});

test.each(["constructor", "__proto__", "<script>alert(1)"])(
  "a refusal in words that nobody knows, such as %s, has its page, and leaves nothing of the sign-in",
  async (error) => {
    const browser = new HttpBrowser(foyer.appUrl);
    const state = new URL(await startSignIn(browser, EVENT)).searchParams.get("state") ?? "";
    const answer = await browser.ask(
      `/api/auth/callback/revento?${new URLSearchParams({ state, error })}`,
    );
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toContain(error);
    const left = [...browser.cookies.keys()].filter((name) => /sign_in|state|pkce/.test(name));
    expect(left).toEqual([]);
  },
);

test("two tabs of one browser may each be on their way", async () => {
  const userId = somebody();
  const browser = new HttpBrowser(foyer.appUrl);
  const first = await startSignIn(browser, EVENT);
  const second = await startSignIn(browser, EVENT);
  for (const authorizeUrl of [second, first]) {
    const callback = await decideSignIn(foyer, authorizeUrl, userId);
    expect((await browser.ask(callback)).status).toBe(302);
    expect(await statusOfMe(browser)).toBe(200);
  }
});

test("the page of a refusal repeats nothing of the address that led to it", async () => {
  const { browser, callback } = await comeBack(somebody());
  const refused = new URL(callback);
  refused.searchParams.delete("code");
  refused.searchParams.set("error", "<script>alert(1)</script>");
  refused.searchParams.set("error_description", "<img src=x onerror=alert(1)>");
  const answer = await browser.ask(refused.href);
  expect(answer.status).toBe(403);
  expect(await answer.text()).not.toMatch(/alert\(1\)/);
});

test("a code that Revento gave for another event brings no session of either", async () => {
  const both = "usr_p_summit_9";
  await foyer.control("act", { action: "apply", event_id: EVENT, user_id: both });
  const browser = new HttpBrowser(foyer.appUrl);
  const authorizeUrl = new URL(await startSignIn(browser, EVENT));
  authorizeUrl.searchParams.set("event_id", OTHER_EVENT);
  const callback = await decideSignIn(foyer, authorizeUrl.href, both);
  expect((await browser.ask(callback)).status).toBe(502);
  expect(sessionOf(browser, EVENT)).toBeUndefined();
  expect(sessionOf(browser, OTHER_EVENT)).toBeUndefined();
  expect(await grantsOf(both)).toEqual([]);
});

test("a session's cookie is for this event, for servers, and for top level only", async () => {
  const { browser, callback } = await comeBack(somebody());
  const answer = await browser.ask(callback);
  expect(answer.headers.get("location")).toBe(`${foyer.appUrl}/portal/${EVENT}`);
  const line = answer.headers.getSetCookie().find((each) => each.startsWith("foyer_portal_"));
  expect(line).toMatch(new RegExp(`^foyer_portal_${EVENT}=`));
  expect(line).toMatch(/; HttpOnly/i);
  expect(line).toMatch(/; SameSite=Lax/i);
  expect(line).toMatch(/; Path=\/(;|$)/i);
  expect(line).not.toMatch(/Domain=/i);
});

describe("a sign-in that Revento does not finish", () => {
  test.each([
    ["of somebody who refuses", "usr_p_harbor_1", { decision: "deny" as const }, 403],
    ["of somebody without an application", "usr_newcomer", {}, 403],
  ])("%s ends on a page that says so", async (_, userId, decision, status) => {
    const { browser, answer } = await signInByHttp(foyer, EVENT, userId, decision);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(sessionOf(browser)).toBeUndefined();
    expect(await grantsOf(userId)).toEqual([]);
  });

  test.each([
    ["cannot be reached", { kind: "status", status: 503 }, 503],
    ["loses its answer", { kind: "cut", when: "after" }, 504],
    ["answers what nobody can read", { kind: "malformed" }, 502],
  ])("because it %s ends on a page with that status", async (_, fault, status) => {
    const userId = somebody();
    await foyer.control("faults", { target: "request", path: "/oauth/token", ...fault });
    const { browser, answer } = await signInByHttp(foyer, EVENT, userId);
    expect(answer.status).toBe(status);
    expect(sessionOf(browser)).toBeUndefined();
    expect(await grantsOf(userId)).toEqual([]);
    const again = await signInByHttp(foyer, EVENT, userId, { browser });
    expect(again.answer.status).toBe(302);
  });
});

test("somebody who keeps their application to themselves is signed in without it", async () => {
  const { browser, answer } = await signInByHttp(foyer, EVENT, somebody(), {
    scopes: ["profile.read"],
  });
  expect(answer.status).toBe(200);
  const me = (await (await browser.ask(`/api/portal/${EVENT}/me`)).json()) as object;
  expect(me).toMatchObject({ mayReadApplication: false, application: null });
});

test("asking again and again stays within the person's own budget (contract 5)", async () => {
  const userId = somebody();
  const { browser } = await signInByHttp(foyer, EVENT, userId);
  const asked = await Promise.all(
    Array.from({ length: 30 }, () => browser.send("POST", `/api/portal/${EVENT}/me/refresh`)),
  );
  expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]));
  const { data } = (await foyer.control("requests")) as {
    data: { path: string; status: number | null }[];
  };
  const refused = data.filter(
    ({ path, status }) => path.startsWith("/api/v1/me/") && status === 429,
  );
  expect(refused).toEqual([]);
});

test("a browser that signs in again leaves no session of before behind", async () => {
  const [first, second] = [somebody(), somebody()];
  const { browser } = await signInByHttp(foyer, EVENT, first);
  await signInByHttp(foyer, EVENT, first, { browser });
  await signInByHttp(foyer, EVENT, second, { browser });
  const { rows } = await foyer.database.query(
    `SELECT g.user_id, g.state, count(s.*)::int AS sessions FROM grants g
     LEFT JOIN portal_sessions s USING (event_id, user_id)
     WHERE g.user_id = ANY ($1) GROUP BY 1, 2 ORDER BY g.state`,
    [[first, second]],
  );
  expect(rows).toEqual([
    { user_id: second, state: "active", sessions: 1 },
    { user_id: first, state: "ended", sessions: 0 },
  ]);
});

test("looking at the address that Revento sends back spends nothing", async () => {
  const browser = new HttpBrowser(foyer.appUrl);
  const callback = await decideSignIn(foyer, await startSignIn(browser, EVENT), somebody());
  expect((await browser.send("HEAD", callback)).status).toBe(405);
  expect((await browser.ask(callback)).status).toBe(302);
});

// The last one: Revento's clock goes on.
test("an hour later the sign-in still works, with a token that was refreshed once", async () => {
  const { browser } = await signInByHttp(foyer, EVENT, somebody());
  expect(await statusOfMe(browser)).toBe(200);
  await foyer.control("clock", { advance_ms: 2 * 3_600_000, webhook_stamps: "real" });
  const before = await tokenCalls();
  const answers = await Promise.all(
    [1, 2, 3].map(() => browser.send("POST", `/api/portal/${EVENT}/me/refresh`)),
  );
  for (const answer of answers) {
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ check: { failure: null } });
  }
  expect(await tokenCalls()).toBe(before + 1);
});
