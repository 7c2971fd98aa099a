import { globSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashSessionId, newSessionId } from "@/lib/session-id";
import { type Part, startPart } from "@/scripts/launch/child-process";
import { connectByHttp } from "@/testing/connect-by-http";
import { type ConsoleRoute, consolePages, consoleRoutes } from "@/testing/console-routes";
import type { FoyerUnderTest } from "@/testing/foyer-under-test";
import { freshFoyer } from "@/testing/fresh-foyer";
import { portalCookie } from "@/testing/portal-sign-in";
import { nextTestPort } from "@/testing/test-ports";
import { untilSynced } from "@/testing/until-synced";

const EVENT = "evt_harbor";
const DELIVERY = "00000000-0000-4000-8000-00000000abcd";
const PLACES = { eventId: EVENT, deliveryId: DELIVERY, "...path": "nothing/here" };
const ROUTES = consoleRoutes(PLACES);
const PAGES = consolePages(PLACES);
const REASON = "An intruder's reason";

let foyer: FoyerUnderTest;
/** The same Foyer with an OIDC issuer: one-time links are off, and only its list counts. */
let withOidc: { part: Part; url: string };
let logs: string;
let operator: string;
let secrets: string[];
const intruders = new Map<string, { cookie: string; url?: string }>();

async function plant(name: string, created = "0 s", seen = "0 s"): Promise<string> {
  const id = newSessionId();
  await foyer.database.query(
    `INSERT INTO operator_sessions (id_hash, operator, created_at, last_seen_at, expires_at)
     VALUES ($1, $2, now() - $3::interval, now() - $4::interval, now() - $3::interval + interval '8 h')`,
    [hashSessionId(id), name, created, seen],
  );
  return `foyer_operator=${id}`;
}

async function startWithOidc(): Promise<{ part: Part; url: string }> {
  const port = await nextTestPort();
  const env = {
    ...foyer.env,
    NODE_ENV: "production",
    PORT: String(port),
    OPERATOR_OIDC_ISSUER: "http://127.0.0.1:9",
    OPERATOR_OIDC_CLIENT_ID: "foyer-console",
    OPERATOR_OIDC_CLIENT_SECRET: "console-secret",
    OPERATOR_EMAILS: "olga@foyer.example",
  };
  const part = await startPart({
    name: "Another web process",
    script: "server/main.ts",
    env,
    readyLine: /foyer web listening/,
    logFile: path.join(logs, "web.log"),
  });
  return { part, url: `http://127.0.0.1:${port}` };
}

async function signOut(cookie: string): Promise<void> {
  const headers = { cookie, origin: foyer.appUrl };
  const init = { method: "POST", headers, redirect: "manual" } as const;
  expect((await fetch(`${foyer.appUrl}/admin/sign-out`, init)).status).toBe(303);
}

beforeAll(async () => {
  foyer = await freshFoyer();
  logs = await mkdtemp(path.join(tmpdir(), "foyer-admin-"));
  withOidc = await startWithOidc();
  const owner = await connectByHttp(foyer, EVENT, "usr_ana");
  await untilSynced(foyer, EVENT);
  const participant = await portalCookie(foyer, EVENT, "usr_p_harbor_1");
  await foyer.database.query(
    `INSERT INTO deliveries (event_id, delivery_id, signature, envelope_id, type, occurred_at, body, state, processed_at, outcome)
     VALUES ($1, $2, $3, 'env_secret', 'participant.registered', now(), $4, 'dead', now(), 'failed')`,
    [
      EVENT,
      DELIVERY,
      Buffer.alloc(32, 7),
      Buffer.from('{"data":{"email":"dead.letter@secret.example"}}'),
    ],
  );
  const { rows } = await foyer.database.query<{ email: string }>(
    "SELECT email FROM participants WHERE event_id = $1",
    [EVENT],
  );
  secrets = [
    "Harbor Sample",
    "org_lumen",
    "env_secret",
    "secret.example",
    ...rows.map((row) => row.email),
  ];
  operator = await plant("local");
  const signedOut = await plant("local");
  await signOut(signedOut);
  const named = (cookie: string) => cookie.replace(/^[^=]+/, "foyer_operator");
  const { url } = withOidc;
  intruders.set("nobody", { cookie: "" });
  intruders.set("the event's owner", { cookie: owner });
  intruders.set("the owner's session under the operators' name", { cookie: named(owner) });
  intruders.set("a participant", { cookie: participant });
  intruders.set("a participant's session under that name", { cookie: named(participant) });
  intruders.set("a guessed session", { cookie: `foyer_operator=${newSessionId()}` });
  intruders.set("what the database holds of a session", {
    cookie: `foyer_operator=${hashSessionId(operator.split("=")[1])}`,
  });
  intruders.set("an operator of yesterday", { cookie: await plant("local", "8 h", "1 s") });
  intruders.set("an operator who was away", { cookie: await plant("local", "1 h", "30 min") });
  intruders.set("an operator who signed out", { cookie: signedOut });
  intruders.set("an operator under another cookie's name", {
    cookie: operator.replace("foyer_operator", "foyer"),
  });
  intruders.set("an address that is not on the list", {
    cookie: await plant("gone@foyer.example"),
    url,
  });
  intruders.set("a one-time link where OIDC is configured", { cookie: operator, url });
  intruders.set("an address where no OIDC is configured", {
    cookie: await plant("olga@foyer.example"),
  });
});

afterAll(async () => {
  await withOidc?.part.stop();
  await foyer?.close();
  await rm(logs, { recursive: true, force: true });
});

type More = { url?: string | undefined; headers?: Record<string, string>; body?: string };

async function ask({ method, path: at }: ConsoleRoute, cookie: string, more: More = {}) {
  const { url = foyer.appUrl, headers = {}, body = JSON.stringify({ reason: REASON }) } = more;
  const isWrite = method !== "GET";
  const answer = await fetch(url + at, {
    method,
    redirect: "manual",
    headers: {
      ...(isWrite ? { origin: foyer.appUrl, "sec-fetch-site": "same-origin" } : {}),
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    ...(isWrite ? { body } : {}),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

function expectNothingOfTheEvent(text: string): void {
  for (const secret of secrets) expect(text).not.toContain(secret);
}

/** Everything that an operator's action would leave behind. */
async function traces(): Promise<unknown> {
  const { rows } = await foyer.database.query(
    `SELECT (SELECT count(*) FROM operator_actions WHERE action NOT LIKE 'signed_%') AS actions,
            (SELECT count(*) FROM audit_entries WHERE actor = 'operator') AS audits,
            (SELECT count(*) FROM glass_breaks) AS glass,
            (SELECT count(*) FROM erasures) AS erasures,
            (SELECT count(*) FROM installation_checks) AS checks,
            (SELECT count(*) FROM sync_runs) AS runs,
            (SELECT array_agg(state || coalesce(paused_at::text, '')) FROM connections) AS connections,
            (SELECT array_agg(state ORDER BY delivery_id) FROM deliveries WHERE delivery_id = $1) AS delivery`,
    [DELIVERY],
  );
  return rows[0];
}

test("every route and page of the console is in these tables", () => {
  expect(ROUTES.length).toBeGreaterThan(20);
  expect(PAGES.length).toBeGreaterThan(8);
  const files = globSync("app/**/admin/**/{route,page}.{ts,tsx,js,jsx}");
  const covered = globSync("app/{admin,api/admin}/**/{route.ts,page.tsx}");
  expect(files.sort()).toEqual(covered.sort());
});

describe("an operator", () => {
  test.each(ROUTES.filter(({ method, path: at }) => method === "GET" && !at.endsWith("/here")))(
    "may ask $name",
    async (route) => {
      expect((await ask(route, operator)).status).toBe(200);
    },
  );

  test.each(PAGES)("may open $path, which nobody keeps, frames or indexes", async (page) => {
    const { status, headers, text } = await ask(page, operator);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toContain("no-store");
    expect(headers.get("x-robots-tag")).toBe("noindex");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1];
    const scripts = text.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(3);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  });

  test("sees what intruders must not", async () => {
    const { text } = await ask(
      { name: "", method: "GET", path: "/api/admin/connections" },
      operator,
    );
    expect(text).toContain("Harbor Sample");
  });

  test("who asks for what is not there is told so", async () => {
    const nothing = { name: "", method: "GET", path: "/api/admin/nothing" };
    expect((await ask(nothing, operator)).status).toBe(404);
    expect((await ask(nothing, "")).status).toBe(401);
  });
});

describe.each([
  "nobody",
  "the event's owner",
  "the owner's session under the operators' name",
  "a participant",
  "a participant's session under that name",
  "a guessed session",
  "what the database holds of a session",
  "an operator of yesterday",
  "an operator who was away",
  "an operator who signed out",
  "an operator under another cookie's name",
  "an address that is not on the list",
  "a one-time link where OIDC is configured",
  "an address where no OIDC is configured",
])("%s", (who) => {
  const intruder = () => {
    const found = intruders.get(who);
    if (!found) throw new Error(`nobody prepared ${who}`);
    return found;
  };

  test.each(ROUTES)("is told nothing by $name, and changes nothing", async (route) => {
    const { cookie, url } = intruder();
    const before = await traces();
    for (const body of [JSON.stringify({ reason: REASON }), "{", "x".repeat(20_000)]) {
      const { status, text } = await ask(route, cookie, { url, body });
      expect(status).toBe(401);
      expect(JSON.parse(text)).toEqual({ error: "unauthenticated", message: expect.any(String) });
    }
    expect(await traces()).toEqual(before);
  });

  test.each(PAGES)("is led from $path to the sign-in", async (page) => {
    const { cookie, url } = intruder();
    const { status, headers, text } = await ask(page, cookie, { url });
    expect(status).toBe(307);
    expect(headers.get("location")).toMatch(/^\/admin\/sign-in(\?return_to=%2Fadmin|$)/);
    expectNothingOfTheEvent(text);
    // What the browser asks for when a link of a page is followed.
    const part = await ask(page, cookie, { url, headers: { rsc: "1" } });
    expectNothingOfTheEvent(part.text);
  });
});

describe("a page of somebody else's that an operator has open", () => {
  const FOREIGN: [string, Record<string, string>][] = [
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["a neighbour on the same site", { "sec-fetch-site": "same-site" }],
    ["a page without an origin", { origin: "null" }],
  ];
  const writes = ROUTES.filter(({ method }) => method !== "GET");

  test.each(writes)("cannot do $name in their name", async (route) => {
    const before = await traces();
    for (const [, headers] of FOREIGN) {
      const { status, text } = await ask(route, operator, { headers });
      expect(status).toBe(403);
      expectNothingOfTheEvent(text);
    }
    expect(await traces()).toEqual(before);
  });
});

test("an operator's cookie opens no event and no portal", async () => {
  for (const name of ["foyer_operator", "foyer"]) {
    const cookie = operator.replace("foyer_operator", name);
    for (const at of [`/api/events/${EVENT}/applications`, `/api/portal/${EVENT}/me`]) {
      const { status, text } = await ask({ name: at, method: "GET", path: at }, cookie);
      expect(status).toBe(401);
      expectNothingOfTheEvent(text);
    }
  }
});
