import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { refresh } from "../testing/oauth-client";
import { type ApiAnswer, openRevento, type Revento } from "../testing/open-revento";

const EVENT = "/events/evt_harbor";
const WINDOW_MS = 60_000;
const HOUR_MS = 3_600_000;

let revento: Revento;
beforeAll(async () => {
  revento = await openRevento();
});
beforeEach(async () => {
  await revento.control("POST", "reset", {});
  await revento.freeze();
});
afterAll(() => revento.close());

async function callTimes(token: string, path: string, times: number): Promise<ApiAnswer[]> {
  const answers: ApiAnswer[] = [];
  for (let call = 0; call < times; call += 1) answers.push(await revento.api(token, path));
  return answers;
}

function refusals(answers: ApiAnswer[]): number {
  return answers.filter((answer) => answer.status === 429).length;
}

test("5 an installation token has 30 calls in 60 seconds, then waits as long as it is told", async () => {
  const { access_token: token } = await revento.connect("evt_harbor");
  expect(refusals(await callTimes(token, EVENT, 30))).toBe(0);
  const refused = await revento.api(token, EVENT);
  expect([refused.status, refused.body.error]).toEqual([429, "rate_limit_exceeded"]);
  const wait = Number(refused.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(55);
  expect(wait).toBeLessThanOrEqual(60);
  await revento.advance((wait - 2) * 1000);
  expect((await revento.api(token, EVENT)).status).toBe(429);
  await revento.advance(2_000);
  expect((await revento.api(token, EVENT)).status).toBe(200);
});

test("5 a user token has 20 calls in 60 seconds", async () => {
  await revento.connect("evt_harbor");
  const { access_token: token } = await revento.signIn("evt_harbor", "usr_p_harbor_1");
  expect(refusals(await callTimes(token, "/me/profile", 21))).toBe(1);
});

test("5 the minute rolls: half a window later only the calls of the other half are free", async () => {
  const { access_token: token } = await revento.connect("evt_harbor");
  await callTimes(token, EVENT, 10);
  await revento.advance(WINDOW_MS / 2);
  await callTimes(token, EVENT, 20);
  await revento.advance(WINDOW_MS / 2);
  expect(refusals(await callTimes(token, EVENT, 12))).toBe(2);
});

test("5 an hour has 500 calls, however well they are spread, and a refresh brings no more", async () => {
  const first = await revento.connect("evt_harbor");
  const minutes = Math.floor(500 / 30);
  for (let minute = 0; minute < minutes; minute += 1) {
    expect(refusals(await callTimes(first.access_token, EVENT, 30))).toBe(0);
    await revento.advance(WINDOW_MS);
  }
  expect(refusals(await callTimes(first.access_token, EVENT, 20))).toBe(0);
  await revento.advance(WINDOW_MS);
  const fresh = await refresh(revento.url(), first.refresh_token);
  const refused = await revento.api(fresh.access_token, EVENT);
  expect([refused.status, refused.body.error]).toEqual([429, "rate_limit_exceeded"]);
  expect(refused.headers.get("x-ratelimit-limit")).toBe("500");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(2_000);
  await revento.advance(HOUR_MS - (minutes + 1) * WINDOW_MS);
  expect((await revento.api(fresh.access_token, EVENT)).status).toBe(200);
});

test("5 five calls may be in flight; the sixth is refused at once, without Retry-After", async () => {
  const { access_token: token } = await revento.connect("evt_harbor");
  const fault = { target: "request", path: "/api/v1/events", kind: "delay", delay_ms: 300 };
  await revento.control("POST", "faults", { ...fault, times: 5 });
  const answers = await Promise.all(Array.from({ length: 6 }, () => revento.api(token, EVENT)));
  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.body.error).toBe("concurrent_limit_exceeded");
  expect(refused[0]?.headers.has("retry-after")).toBe(false);
  expect((await revento.api(token, EVENT)).status).toBe(200);
  const counters = await revento.control<{ max_in_flight: object }>("GET", "counters");
  expect(counters.max_in_flight).toEqual({ "installation:evt_harbor": 5 });
});

test("5 a caller who hangs up gives the place in flight back", async () => {
  const { access_token: token } = await revento.connect("evt_harbor");
  const fault = { target: "request", path: "/api/v1/events", kind: "delay", delay_ms: 8_000 };
  await revento.control("POST", "faults", { ...fault, times: 5 });
  const headers = {
    authorization: `Bearer ${token}`,
    accept: "application/vnd.revento.v1+json",
    "x-revento-request-id": crypto.randomUUID(),
  };
  const hanging = Array.from({ length: 5 }, () =>
    fetch(`${revento.url()}/api/v1${EVENT}`, { headers, signal: AbortSignal.timeout(200) }),
  );
  await Promise.allSettled(hanging);
  await expect.poll(async () => (await revento.api(token, EVENT)).status).toBe(200);
});

test("5 an integration that goes on after a hundred refusals is suspended", async () => {
  const { access_token: token } = await revento.connect("evt_harbor");
  await callTimes(token, EVENT, 129);
  await revento.settle();
  expect(revento.inbox.types()).not.toContain("integration.suspended");
  expect((await revento.api(token, EVENT)).status).toBe(429);
  expect((await revento.api(token, EVENT)).body.error).toBe("token_revoked");
  await revento.settle();
  expect(revento.inbox.types()).toContain("integration.suspended");
});

test("5 every answer to a token carries limit, remaining and reset, refusals too", async () => {
  const { access_token: token } = await revento.connect("evt_harbor");
  const { now_ms: now } = await revento.control<{ now_ms: number }>("GET", "clock");
  const [first, second, foreign] = [
    await revento.api(token, EVENT),
    await revento.api(token, EVENT),
    await revento.api(token, "/events/evt_summit"),
  ];
  const remaining = [first, second, foreign].map((one) =>
    one?.headers.get("x-ratelimit-remaining"),
  );
  expect(remaining).toEqual(["29", "28", "27"]);
  expect(first?.headers.get("x-ratelimit-limit")).toBe("30");
  const reset = Number(foreign?.headers.get("x-ratelimit-reset"));
  expect(Math.abs(reset - (now + WINDOW_MS) / 1000)).toBeLessThan(3);
});
