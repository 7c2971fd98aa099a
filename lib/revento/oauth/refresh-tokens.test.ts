import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testEnvironment } from "@/testing/test-environment";

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const GRANT = {
  access_token: "rev_install_new",
  refresh_token: "rev_refresh_new",
  token_type: "Bearer",
  expires_in: 3600,
  refresh_expires_in: 7_776_000,
  scope: "event.read participants.read",
  event_id: "evt_a",
  organization_id: "org_a",
};

let server: Server;
let answer: Answer;
let received: string[] = [];
let refresh: typeof import("./refresh-tokens").refreshTokens;

function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push(`${request.method} ${request.url} ${body}`);
    answer(request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, testEnvironment("postgresql://nobody@127.0.0.1:9/none"), {
    REVENTO_AUTH_URL: `http://127.0.0.1:${port}`,
  });
  ({ refreshTokens: refresh } = await import("./refresh-tokens"));
});
beforeEach(() => {
  received = [];
});
afterAll(() => server.close());

describe("asking the token endpoint comes to one of four outcomes", () => {
  test("granted, with lifetimes as moments, issued when the answer says (contract 3.3, 3.4)", async () => {
    const issuedAt = new Date("2026-03-01T10:00:00Z");
    answer = json(200, GRANT, { date: issuedAt.toUTCString() });
    const before = Date.now();
    const outcome = await refresh("rev_refresh_old");
    if (outcome.outcome !== "granted") throw new Error(outcome.outcome);
    const { accessExpiresAt, refreshExpiresAt, ...tokens } = outcome.tokens;
    expect(tokens).toEqual({
      accessToken: "rev_install_new",
      refreshToken: "rev_refresh_new",
      isBearer: true,
      issuedAt,
      scopes: ["event.read", "participants.read"],
      eventId: "evt_a",
      organizationId: "org_a",
      userId: undefined,
    });
    expect(accessExpiresAt.getTime()).toBeGreaterThanOrEqual(before + 3_600_000);
    expect(refreshExpiresAt.getTime()).toBeLessThan(Date.now() + 7_776_000_000 + 1);
    expect(received).toEqual([
      "POST /oauth/token refresh_token=rev_refresh_old&grant_type=refresh_token&client_id=foyer-test&client_secret=test-client-secret",
    ]);
  });

  test.each([
    ["invalid_grant", json(400, { error: "invalid_grant" })],
    ["token_revoked", json(401, { error: "token_revoked", message: "", request_id: "" })],
    ["invalid_client", json(401, { error: "invalid_client" }, { "www-authenticate": "Basic" })],
  ])("refused: %s", async (code, given) => {
    answer = given;
    expect(await refresh("t")).toEqual({ outcome: "refused", code });
  });

  test.each([
    ["a server error", json(500, { error: "internal_error" }), { code: "http_500" }],
    [
      "a pause that Revento asks for",
      json(429, { error: "rate_limit_exceeded" }, { "retry-after": "7" }),
      { code: "http_429", waitMs: 7_000 },
    ],
    ["a page of some proxy", json(404, "<html>"), { code: "http_404" }],
    ["a redirect", json(302, "", { location: "/elsewhere" }), { code: "http_302" }],
  ])("unavailable: %s, and nothing is sent twice", async (_what, given, expected) => {
    answer = given;
    expect(await refresh("t")).toEqual({ outcome: "unavailable", ...expected });
    expect(received).toHaveLength(1);
  });

  test.each([
    ["half an answer", json(200, '{"access_token": "rev_')],
    ["an answer without a refresh token", json(200, { ...GRANT, refresh_token: undefined })],
    ["a page instead of JSON", json(200, "<html>hello", { "content-type": "text/html" })],
  ])("unknown, because the token may be rotated: %s", async (_what, given) => {
    answer = given;
    expect(await refresh("t")).toEqual({ outcome: "unknown", code: "malformed_answer" });
  });

  test.each([
    ["numbers as text", { expires_in: "3600", refresh_expires_in: "7776000" }],
    ["no lifetimes", { expires_in: undefined, refresh_expires_in: null }],
    ["lifetimes that are none", { expires_in: "soon", refresh_expires_in: -1 }],
    ["commas between scopes", { scope: "event.read,participants.read" }],
    [
      "no event, no organization, no type",
      { event_id: undefined, organization_id: null, token_type: undefined },
    ],
    ["another type", { token_type: "mac" }],
    ["a type that is none", { token_type: 7 }],
    [
      "more than was ever said",
      { user_id: null, scope: "event.read  participants.read", id_token: 7 },
    ],
  ])("granted, because both tokens came and the old ones are dead: %s", async (_what, odd) => {
    answer = json(200, { ...GRANT, ...odd });
    const before = Date.now();
    const outcome = await refresh("t");
    if (outcome.outcome !== "granted") throw new Error(outcome.outcome);
    const { tokens } = outcome;
    expect(tokens).toMatchObject({
      accessToken: "rev_install_new",
      refreshToken: "rev_refresh_new",
    });
    expect(tokens.scopes).toEqual(["event.read", "participants.read"]);
    const lifetime = tokens.accessExpiresAt.getTime() - before;
    expect(Math.round(lifetime / 60_000)).toBe(60);
    expect(Math.round((tokens.refreshExpiresAt.getTime() - before) / 86_400_000)).toBe(90);
  });

  test.each<[string, Answer]>([
    ["cut before a byte came back", (request) => request.socket.destroy()],
    [
      "cut in the middle of the body",
      (request, response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
        response.write('{"access_token":', () => request.socket.destroy());
      },
    ],
    [
      "longer than any answer may be",
      (_request, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        response.end("x".repeat(100_000));
      },
    ],
  ])("unknown: %s", async (_what, given) => {
    answer = given;
    expect(await refresh("t")).toEqual({ outcome: "unknown", code: "answer_lost" });
    expect(received).toHaveLength(1);
  });

  test("unavailable: nobody listens, so nothing was sent", async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await refresh("t")).toEqual({ outcome: "unavailable", code: "unreachable" });
  });
});
