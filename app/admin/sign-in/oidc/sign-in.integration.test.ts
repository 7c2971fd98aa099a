import { decodeJwt, importJWK, SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { issueIdToken, signInAtProvider } from "@/testing/oidc-browser";
import { RouteBrowser } from "@/testing/route-browser";
import { TestOidcProvider } from "@/testing/test-oidc-provider";

const APP = "http://127.0.0.1:3000";
const CALLBACK = `${APP}/api/auth/callback/operators`;
const provider = new TestOidcProvider({
  redirectUri: CALLBACK,
  accounts: {
    olga: { email: "Olga@Foyer.Example", email_verified: true },
    stranger: { email: "somebody@else.example", email_verified: true },
    unverified: { email: "olga@foyer.example", email_verified: false },
    texted: { email: "olga@foyer.example", email_verified: "true" },
    silent: { email: "olga@foyer.example" },
    nameless: {},
    // In lower case the sign of kelvin is a "k", and this is somebody else's address.
    kelvin: { email: "\u212Aim@foyer.example", email_verified: true },
  },
});
let begin: typeof import("./route").GET;
let callback: typeof import("@/app/api/auth/callback/operators/route").GET;
let me: typeof import("@/app/api/admin/me/route").GET;
let db: typeof import("@/lib/db");
let env: typeof import("@/lib/env").env;

beforeAll(async () => {
  await provider.start();
  Object.assign(process.env, {
    OPERATOR_OIDC_ISSUER: provider.issuer,
    OPERATOR_OIDC_CLIENT_ID: "foyer-console",
    OPERATOR_OIDC_CLIENT_SECRET: "console-secret",
    OPERATOR_EMAILS: "olga@foyer.example,kim@foyer.example",
  });
  begin = (await import("./route")).GET;
  callback = (await import("@/app/api/auth/callback/operators/route")).GET;
  me = (await import("@/app/api/admin/me/route")).GET;
  db = await import("@/lib/db");
  ({ env } = await import("@/lib/env"));
});
beforeEach(async () => {
  await db.withSystemSql((sql) => sql.query("DELETE FROM operator_sessions"));
});
afterEach(() => {
  provider.swapIdToken = undefined;
  provider.outage = undefined;
});
afterAll(() => provider.close());

async function leave(browser: RouteBrowser, query = ""): Promise<string> {
  const answer = await browser.get(begin, `${APP}/admin/sign-in/oidc${query}`);
  expect(answer.status).toBe(303);
  return answer.headers.get("location") ?? "";
}

async function signIn(
  browser: RouteBrowser,
  account: string | null,
  query = "",
): Promise<Response> {
  const back = await signInAtProvider(provider, await leave(browser, query), account);
  expect(back.origin + back.pathname).toBe(CALLBACK);
  return browser.get(callback, back.href);
}

async function sessions(): Promise<number> {
  const counted = await db.withSystemSql((sql) => sql.query("SELECT FROM operator_sessions"));
  return counted.rowCount ?? 0;
}

async function expectRefusal(answer: Response, status: number, reason: string): Promise<void> {
  const page = await answer.text();
  expect(page).toContain(`<code>${reason}</code>`);
  expect(page).toContain(`href="${APP}/admin/sign-in"`);
  expect(answer.status).toBe(status);
  expect(answer.headers.getSetCookie().join()).not.toContain("foyer_operator");
  expect(await sessions()).toBe(0);
}

const asMe = (request: Request) => me(request, { params: Promise.resolve({}) });

describe("an operator signs in with OIDC", () => {
  test("they are sent to the provider with PKCE, a state and a nonce", async () => {
    const url = new URL(await leave(new RouteBrowser()));
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: "code",
      client_id: "foyer-console",
      redirect_uri: CALLBACK,
      scope: "openid email",
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
    });
  });

  test("they come back to the page they asked for, with a session and nothing else", async () => {
    const browser = new RouteBrowser();
    const done = await signIn(browser, "olga", "?return_to=/admin/deliveries?state=dead");
    expect(done.status).toBe(303);
    expect(done.headers.get("location")).toBe(`${APP}/admin/deliveries?state=dead`);
    expect([...browser.cookies.keys()]).toEqual(["foyer_operator"]);
    expect(done.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax$/);
    const answer = await browser.get(asMe, `${APP}/api/admin/me`);
    expect(await answer.json()).toMatchObject({ operator: "olga@foyer.example" });
  });

  test.each(["https://evil.example/admin/jobs", "//evil.example", "/events"])(
    "they are not led to %s",
    async (elsewhere) => {
      const query = `?return_to=${encodeURIComponent(elsewhere)}`;
      const done = await signIn(new RouteBrowser(), "olga", query);
      expect(done.headers.get("location")).toBe(`${APP}/admin`);
    },
  );

  test("it is in the operators' trail", async () => {
    await signIn(new RouteBrowser(), "olga");
    const { rows } = await db.withSystemSql((sql) =>
      sql.query("SELECT operator, action, detail FROM operator_actions ORDER BY at DESC LIMIT 1"),
    );
    expect(rows).toEqual([
      { operator: "olga@foyer.example", action: "signed_in", detail: { how: "oidc" } },
    ]);
  });

  test("a session id that was there before is worth nothing afterwards", async () => {
    const browser = new RouteBrowser();
    await signIn(browser, "olga");
    const before = browser.cookies.get("foyer_operator");
    await signIn(browser, "olga");
    expect(browser.cookies.get("foyer_operator")).not.toBe(before);
    expect(await sessions()).toBe(1);
  });

  test("the provider may change its key at any time", async () => {
    await provider.rotateKeys("second");
    expect((await signIn(new RouteBrowser(), "olga")).status).toBe(303);
  });

  test("the address may come from the user-info endpoint instead of the id token", async () => {
    provider.conformsClaims = true;
    await provider.rotateKeys("third");
    expect((await signIn(new RouteBrowser(), "olga")).status).toBe(303);
    await db.withSystemSql((sql) => sql.query("DELETE FROM operator_sessions"));
    await expectRefusal(await signIn(new RouteBrowser(), "unverified"), 403, "email_unverified");
    provider.conformsClaims = false;
    await provider.rotateKeys("fourth");
  });

  test("whoever is taken off the list is out at the next request", async () => {
    const browser = new RouteBrowser();
    await signIn(browser, "olga");
    env().OPERATOR_EMAILS.splice(0, 1, "somebody-new@foyer.example");
    expect((await browser.get(asMe, `${APP}/api/admin/me`)).status).toBe(401);
    env().OPERATOR_EMAILS.splice(0, 1, "olga@foyer.example");
  });
});

describe("a sign-in that leaves no session", () => {
  test.each([
    ["stranger", "not_listed"],
    ["unverified", "email_unverified"],
    ["texted", "email_unverified"],
    ["silent", "email_unverified"],
    ["nameless", "email_missing"],
    ["kelvin", "not_listed"],
    [null, "cancelled"],
  ])("of %s: %s", async (account, reason) => {
    await expectRefusal(await signIn(new RouteBrowser(), account), 403, reason);
  });

  test("with a state that was used before", async () => {
    const browser = new RouteBrowser();
    const back = await signInAtProvider(provider, await leave(browser), "olga");
    const cookies = new Map(browser.cookies);
    await browser.get(callback, back.href);
    await db.withSystemSql((sql) => sql.query("DELETE FROM operator_sessions"));
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    await expectRefusal(await browser.get(callback, back.href), 400, "state_unknown");
  });

  test("in another browser, and then in the first neither", async () => {
    const first = new RouteBrowser();
    const back = await signInAtProvider(provider, await leave(first), "olga");
    const other = new RouteBrowser();
    await leave(other);
    await expectRefusal(await other.get(callback, back.href), 403, "other_browser");
    await expectRefusal(await first.get(callback, back.href), 400, "state_unknown");
  });

  test("after more than ten minutes", async () => {
    const browser = new RouteBrowser();
    const back = await signInAtProvider(provider, await leave(browser), "olga");
    await db.withSystemSql((sql) =>
      sql.query("UPDATE operator_attempts SET expires_at = expires_at - interval '10 minutes'"),
    );
    await expectRefusal(await browser.get(callback, back.href), 410, "state_expired");
  });

  test.each([
    ["without a state", "?code=guessed", 400, "malformed_callback"],
    ["with two states", "?code=guessed&state=a&state=b", 400, "malformed_callback"],
    ["with a guessed state", "?code=guessed&state=guessed", 400, "state_unknown"],
  ])("of a callback %s", async (_, query, status, reason) => {
    await expectRefusal(await new RouteBrowser().get(callback, CALLBACK + query), status, reason);
  });

  test.each([
    [
      "that names another issuer (RFC 9207)",
      "iss",
      "https://evil.example",
      400,
      "malformed_callback",
    ],
    ["with somebody else's code", "code", "guessed", 502, "provider_refused"],
  ])("of a callback %s", async (_, name, value, status, reason) => {
    const browser = new RouteBrowser();
    const back = await signInAtProvider(provider, await leave(browser), "olga");
    back.searchParams.set(name, value);
    await expectRefusal(await browser.get(callback, back.href), status, reason);
  });
});

describe("an id token that is not for this sign-in leaves no session", () => {
  async function expectUnclear(swap: (token: string, authorize: URL) => Promise<string>) {
    const browser = new RouteBrowser();
    const authorize = await leave(browser);
    const back = await signInAtProvider(provider, authorize, "olga");
    provider.swapIdToken = async (token) => {
      provider.swapIdToken = undefined;
      return swap(token, new URL(authorize));
    };
    await expectRefusal(await browser.get(callback, back.href), 502, "provider_unclear");
  }

  async function sign(claims: object, kid = provider.signingKey.kid): Promise<string> {
    const key = await importJWK(provider.signingKey);
    return new SignJWT({ ...claims }).setProtectedHeader({ alg: "RS256", kid }).sign(key);
  }

  test("(the swap itself is not what is refused)", async () => {
    const browser = new RouteBrowser();
    const back = await signInAtProvider(provider, await leave(browser), "olga");
    provider.swapIdToken = async (token) => sign(decodeJwt(token));
    expect((await browser.get(callback, back.href)).status).toBe(303);
  });

  test("issued to another client of the same provider", () =>
    expectUnclear((_, authorize) =>
      issueIdToken(provider, authorize.href, {
        clientId: "other-app",
        redirectUri: "http://127.0.0.1:9/other",
        nonce: authorize.searchParams.get("nonce") ?? "",
      }),
    ));

  test("issued to us for another sign-in: its nonce is another", () =>
    expectUnclear((_, authorize) =>
      issueIdToken(provider, authorize.href, {
        clientId: "foyer-console",
        redirectUri: CALLBACK,
        nonce: "another-nonce",
      }),
    ));

  test("signed with a key that the provider does not publish", () =>
    expectUnclear(async (token) => {
      const { signingKey } = provider;
      const claims = decodeJwt(token);
      const other = await new TestOidcProvider({ redirectUri: CALLBACK, accounts: {} }).start();
      const key = await importJWK({ ...other.signingKey, kid: signingKey.kid });
      await other.close();
      return new SignJWT(claims)
        .setProtectedHeader({ alg: "RS256", kid: signingKey.kid })
        .sign(key);
    }));

  test("with another person's claims under the old signature", () =>
    expectUnclear(async (token) => {
      const [header, , signature] = token.split(".");
      const claims = { ...decodeJwt(token), email: "olga@foyer.example", sub: "stranger" };
      return [header, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(
        ".",
      );
    }));

  test("not signed at all", () =>
    expectUnclear(async (token) => {
      const header = Buffer.from('{"alg":"none"}').toString("base64url");
      return `${header}.${token.split(".")[1]}.`;
    }));

  test("expired", () =>
    expectUnclear(async (token) =>
      sign({ ...decodeJwt(token), exp: Math.floor(Date.now() / 1000) - 120 }),
    ));

  test("of another issuer", () =>
    expectUnclear(async (token) => sign({ ...decodeJwt(token), iss: "https://evil.example" })));
});

describe("a provider that is not there", () => {
  test.each([500, 503])("answers %i: the sign-in says so before anybody leaves", async (status) => {
    provider.outage = status;
    const answer = await new RouteBrowser().get(begin, `${APP}/admin/sign-in/oidc`);
    await expectRefusal(answer, 502, "provider_unreachable");
  });

  test("goes away while somebody signs in", async () => {
    const browser = new RouteBrowser();
    const back = await signInAtProvider(provider, await leave(browser), "olga");
    provider.outage = 503;
    await expectRefusal(await browser.get(callback, back.href), 502, "provider_unreachable");
  });

  test("is some other web site", async () => {
    provider.outage = 404;
    const answer = await new RouteBrowser().get(begin, `${APP}/admin/sign-in/oidc`);
    await expectRefusal(answer, 502, "provider_unclear");
  });
});
