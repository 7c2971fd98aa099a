import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { POST as signOut } from "@/app/admin/sign-out/route";
import { GET as me } from "@/app/api/admin/me/route";
import { databasePool, withSystemSql } from "@/lib/db";
import { env } from "@/lib/env";
import { createOperatorLink } from "@/lib/operators/create-operator-link";
import { POST as signIn } from "./route";

const APP = "http://127.0.0.1:3000";
const OURS = { origin: APP, "sec-fetch-site": "same-origin" };

beforeAll(() => {
  expect(env().OPERATOR_OIDC_ISSUER).toBeUndefined();
});
beforeEach(() => withSystemSql((sql) => sql.query("DELETE FROM operator_sessions")));
afterEach(() => {
  delete env().OPERATOR_OIDC_ISSUER;
});

async function newToken(): Promise<string> {
  const url = new URL(await createOperatorLink());
  expect(url.href.startsWith(`${APP}/admin/sign-in?token=`)).toBe(true);
  return url.searchParams.get("token") ?? "";
}

async function post(token: string, headers: Record<string, string> = OURS): Promise<Response> {
  const body = new URLSearchParams({ token });
  return signIn(new Request(`${APP}/admin/sign-in/link`, { method: "POST", headers, body }));
}

function cookieOf(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

async function statusOfMe(cookie: string): Promise<number> {
  const request = new Request(`${APP}/api/admin/me`, { headers: { cookie } });
  return (await me(request, { params: Promise.resolve({}) })).status;
}

async function sessions(): Promise<number> {
  return (await withSystemSql((sql) => sql.query("SELECT FROM operator_sessions"))).rowCount ?? 0;
}

async function expectRefusal(answer: Response, status: number, words: string): Promise<void> {
  expect(await answer.text()).toContain(words);
  expect(answer.status).toBe(status);
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(await sessions()).toBe(0);
}

describe("a one-time link", () => {
  test("signs in whoever sends its form, and leads to the console", async () => {
    const answer = await post(await newToken());
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`${APP}/admin`);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^foyer_operator=[\w-]{43}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax$/,
    );
    expect(await statusOfMe(cookieOf(answer))).toBe(200);
  });

  test("works once", async () => {
    const token = await newToken();
    await post(token);
    await withSystemSql((sql) => sql.query("DELETE FROM operator_sessions"));
    await expectRefusal(await post(token), 403, "works once");
  });

  test("lets one of twenty in who send it at the same time", async () => {
    const token = await newToken();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(token)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(19);
    expect(await sessions()).toBe(1);
  });

  test("runs out after fifteen minutes", async () => {
    const token = await newToken();
    const age = (minutes: string) =>
      withSystemSql((sql) =>
        sql.query("UPDATE operator_links SET expires_at = expires_at - $1::interval", [minutes]),
      );
    await age("15 minutes");
    await expectRefusal(await post(token), 403, "within fifteen minutes");
    const fresh = await newToken();
    await age("14 minutes 50 seconds");
    expect((await post(fresh)).status).toBe(303);
  });

  test.each([
    ["nothing", "", 403],
    ["a word", "guessed", 403],
    ["a token's length", "a".repeat(43), 403],
    ["more than a body holds", "a".repeat(20_000), 413],
  ])("is not guessed: %s", async (_, token, status) => {
    expect((await post(token)).status).toBe(status);
    expect(await sessions()).toBe(0);
  });

  test("is not in the database as it is in the address", async () => {
    const token = await newToken();
    const { rows } = await databasePool().query("SELECT * FROM operator_links");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test.each([
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["a neighbour on our site", { origin: APP, "sec-fetch-site": "same-site" }],
    ["a page without an origin", { origin: "null" }],
    ["nobody", {}],
  ])("cannot be sent by %s, and is not spent by it", async (_, headers) => {
    const token = await newToken();
    await expectRefusal(await post(token, headers), 403, "own pages");
    expect((await post(token)).status).toBe(303);
  });

  test("does not exist where OIDC is configured, and a session of one is over", async () => {
    const token = await newToken();
    const cookie = cookieOf(await post(await newToken()));
    expect(await statusOfMe(cookie)).toBe(200);
    env().OPERATOR_OIDC_ISSUER = "https://id.example";
    expect(await statusOfMe(cookie)).toBe(401);
    await expect(createOperatorLink()).rejects.toMatchObject({ code: "conflict" });
    await withSystemSql((sql) => sql.query("DELETE FROM operator_sessions"));
    await expectRefusal(await post(token), 403, "switched off");
  });
});

describe("signing out", () => {
  const out = (cookie: string, headers: Record<string, string> = OURS) =>
    signOut(
      new Request(`${APP}/admin/sign-out`, { method: "POST", headers: { ...headers, cookie } }),
    );

  test("ends the session on the server, not only in this browser", async () => {
    const cookie = cookieOf(await post(await newToken()));
    const answer = await out(cookie);
    expect(answer.status).toBe(303);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^foyer_operator=; Path=\/; Max-Age=0/);
    expect(await statusOfMe(cookie)).toBe(401);
    expect(await sessions()).toBe(0);
  });

  test("is not done to somebody by another site", async () => {
    const cookie = cookieOf(await post(await newToken()));
    expect((await out(cookie, { origin: "https://evil.example" })).status).toBe(403);
    expect(await statusOfMe(cookie)).toBe(200);
  });
});
