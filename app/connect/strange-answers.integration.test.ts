import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RouteBrowser } from "@/testing/route-browser";

/** A platform that answers what the honest one never would. */
const APP = "http://127.0.0.1:3000";
const GRANT = {
  access_token: "rev_install_a",
  refresh_token: "rev_refresh_a",
  token_type: "Bearer",
  expires_in: 3600,
  refresh_expires_in: 7_776_000,
  scope: "event.read participants.read program.read",
  event_id: "evt_a",
  organization_id: "org_a",
};

let server: Server;
let answer: (response: ServerResponse) => void;
let connect: typeof import("./route").GET;
let callback: typeof import("./callback/route").GET;
let db: typeof import("@/lib/db");

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().once("end", () => answer(response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.REVENTO_AUTH_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  connect = (await import("./route")).GET;
  callback = (await import("./callback/route")).GET;
  db = await import("@/lib/db");
});
afterAll(() => server.close());

function json(body: unknown, status = 200) {
  return (response: ServerResponse) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
}

async function connectEvent(eventId: string): Promise<Response> {
  const browser = new RouteBrowser();
  const start = await browser.get(connect, `${APP}/connect?event_id=${eventId}`);
  const state = new URL(start.headers.get("location") ?? "").searchParams.get("state");
  return browser.get(callback, `${APP}/connect/callback?code=c&state=${state}`);
}

async function isStored(eventId: string): Promise<boolean> {
  const stored = await db.withEventSql(eventId, (sql) => sql.query("SELECT 1 FROM connections"));
  return stored.rowCount !== 0;
}

test.each<[string, unknown, number, RegExp]>([
  ["names another event (contract 1.3)", { ...GRANT, event_id: "evt_b" }, 502, /another event/],
  ["brings a participant's token", { ...GRANT, user_id: "usr_a" }, 502, /another event/],
  ["leaves out the participants", { ...GRANT, scope: "event.read" }, 403, /more access/],
  ["brings a token of another type", { ...GRANT, token_type: "mac" }, 502, /made no sense/],
  ["has no tokens", { hello: "world" }, 502, /made no sense/],
])("an answer that %s connects nothing and says so", async (_what, body, status, words) => {
  answer = json(body);
  const refused = await connectEvent("evt_a");
  const page = await refused.text();
  expect(page).toMatch(words);
  expect(page).not.toContain("rev_");
  expect(refused.status).toBe(status);
  expect(refused.headers.getSetCookie()).toEqual([]);
  expect(await isStored("evt_a")).toBe(false);
});

test.each<[string, number, string, number, RegExp]>([
  ["the code has run out", 400, "invalid_grant", 400, /had run out/],
  ["our credentials are wrong", 401, "invalid_client", 502, /does not know Foyer/],
])("when %s, the page says so", async (_what, given, error, status, words) => {
  answer = json({ error }, given);
  const refused = await connectEvent("evt_a");
  expect(await refused.text()).toMatch(words);
  expect(refused.status).toBe(status);
});

test("an answer that never arrives whole stores nothing", async () => {
  answer = (response) => response.destroy();
  const refused = await connectEvent("evt_a");
  expect(await refused.text()).toMatch(/lost on the way/);
  expect(refused.status).toBe(504);
  expect(await isStored("evt_a")).toBe(false);
});

test("an event that another organization holds here stays with it", async () => {
  answer = json({ ...GRANT, event_id: "evt_held", organization_id: "org_first" });
  expect((await connectEvent("evt_held")).status).toBe(303);
  answer = json({ ...GRANT, event_id: "evt_held", organization_id: "org_second" });
  const refused = await connectEvent("evt_held");
  expect(await refused.text()).toMatch(/another organization/);
  expect(refused.status).toBe(409);
  const held = await db.withEventSql("evt_held", (sql) =>
    sql.query("SELECT organization_id, state FROM connections"),
  );
  expect(held.rows).toEqual([{ organization_id: "org_first", state: "active" }]);
  const members = await db.withEventSql("evt_held", (sql) => sql.query("SELECT 1 FROM members"));
  expect(members.rowCount).toBe(1);
});

test("a smaller answer without a scope means what was asked for (RFC 6749 5.1)", async () => {
  answer = json({ ...GRANT, event_id: "evt_same", scope: undefined });
  expect((await connectEvent("evt_same")).status).toBe(303);
});
