import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { refresh } from "../testing/oauth-client";
import { openRevento, type Revento } from "../testing/open-revento";

const PARTICIPANTS = "/api/v1/events/:id/participants";

type Logged = { path: string; status: number | null; token_id: string | null; at: number };

let revento: Revento;
let token: string;
beforeEach(async () => {
  revento = await openRevento();
  token = (await revento.connect("evt_harbor")).access_token;
  await revento.settle();
  revento.inbox.received.length = 0;
});
afterEach(() => revento.close());

const arm = (fault: Record<string, unknown>) => revento.control("POST", "faults", fault);
const approve = (number: number) =>
  revento.act("approve", { application_id: `app_harbor_${number}` });

function approvedInOrder(): unknown[] {
  return revento.inbox.received.map(({ envelope }) => envelope.data.id);
}

describe("a request that goes wrong", () => {
  test("answers the armed status on the armed endpoint only, as often as armed", async () => {
    await arm({ target: "request", path: PARTICIPANTS, kind: "status", status: 500, times: 2 });
    expect((await revento.api(token, "/events/evt_harbor")).status).toBe(200);
    const statuses: number[] = [];
    for (let call = 0; call < 3; call += 1) {
      statuses.push((await revento.api(token, "/events/evt_harbor/participants")).status);
    }
    expect(statuses).toEqual([500, 500, 200]);
  });

  test("is late", async () => {
    await arm({ target: "request", path: "/api/v1/", kind: "delay", delay_ms: 150 });
    const startedAt = performance.now();
    expect((await revento.api(token, "/events/evt_harbor")).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(145);
  });

  test("is cut, hangs, or answers half a body", async () => {
    await arm({ target: "request", path: PARTICIPANTS, kind: "cut" });
    await expect(revento.api(token, "/events/evt_harbor/participants")).rejects.toThrow();
    await arm({ target: "request", path: PARTICIPANTS, kind: "hang", delay_ms: 50 });
    await expect(revento.api(token, "/events/evt_harbor/participants")).rejects.toThrow();
    await arm({ target: "request", path: PARTICIPANTS, kind: "malformed" });
    await expect(revento.api(token, "/events/evt_harbor/participants")).rejects.toThrow(
      SyntaxError,
    );
    expect((await revento.api(token, "/events/evt_harbor/participants")).status).toBe(200);
  });

  test("refuses with any code and any headers", async () => {
    await arm({
      target: "request",
      path: PARTICIPANTS,
      kind: "status",
      status: 429,
      error: "rate_limit_exceeded",
      headers: { "Retry-After": "86400" },
    });
    const refused = await revento.api(token, "/events/evt_harbor/participants");
    expect([refused.status, refused.body.error]).toEqual([429, "rate_limit_exceeded"]);
  });

  test("answers what it would, with some of it changed or left out, after the work was done", async () => {
    await arm({
      target: "request",
      path: PARTICIPANTS,
      kind: "rewrite",
      set: {
        "data.0.custom_form_fields": [],
        "data.0.application_status": "waitlisted",
        next_cursor: "",
      },
      unset: ["data.1.user_id", "no.such.path"],
    });
    const { status, body } = await revento.api(token, "/events/evt_harbor/participants");
    expect(status).toBe(200);
    expect(body.next_cursor).toBe("");
    const [first, second, ...others] = body.data as object[];
    expect(first).toMatchObject({ custom_form_fields: [], application_status: "waitlisted" });
    expect(second).not.toHaveProperty("user_id");
    expect(others.length).toBe(23);
  });

  test("can lose its answer after the work was done: the refresh token is rotated all the same", async () => {
    const tokens = await revento.connect("evt_harbor");
    await arm({ target: "request", path: "/oauth/token", kind: "cut", when: "after" });
    await expect(refresh(revento.url(), tokens.refresh_token)).rejects.toThrow(/fetch failed/);
    await expect(refresh(revento.url(), tokens.refresh_token)).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });

  test("can be cut before any work: the refresh token is still good", async () => {
    const tokens = await revento.connect("evt_harbor");
    await arm({ target: "request", method: "POST", path: "/oauth/token", kind: "cut" });
    await expect(refresh(revento.url(), tokens.refresh_token)).rejects.toThrow(/fetch failed/);
    expect((await refresh(revento.url(), tokens.refresh_token)).access_token).toBeTruthy();
  });
});

describe("a delivery that goes wrong", () => {
  test("is dropped", async () => {
    await arm({ target: "delivery", kind: "drop" });
    await approve(1);
    await approve(2);
    await revento.settle();
    expect(approvedInOrder()).toEqual(["app_harbor_2"]);
  });

  test("comes twice under one id", async () => {
    await arm({ target: "delivery", type: "application.approved", kind: "duplicate" });
    await approve(1);
    await revento.settle();
    const ids = revento.inbox.received.map(({ headers }) => headers["x-revento-delivery-id"]);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  test("changes places with the next one", async () => {
    await arm({ target: "delivery", kind: "reorder" });
    await approve(1);
    await approve(2);
    await approve(3);
    await revento.settle();
    expect(approvedInOrder()).toEqual(["app_harbor_2", "app_harbor_1", "app_harbor_3"]);
  });

  test("comes late by the platform's clock", async () => {
    await arm({ target: "delivery", kind: "late", delay_ms: 3_600_000 });
    await approve(1);
    await approve(2);
    await revento.settle();
    expect(approvedInOrder()).toEqual(["app_harbor_2"]);
    await revento.advance(3_600_000);
    await expect.poll(approvedInOrder).toEqual(["app_harbor_2", "app_harbor_1"]);
  });

  test("is badly signed once, and well on the retry", async () => {
    await arm({ target: "delivery", kind: "bad_signature" });
    revento.inbox.answers.push(401);
    await approve(1);
    await revento.settle();
    await revento.advance(61_000);
    await expect.poll(() => revento.inbox.received.length).toBe(2);
    const signatures = revento.inbox.received.map(({ headers }) => headers["x-revento-signature"]);
    expect(new Set(signatures).size).toBe(2);
  });

  test("never happens at all when the act is silent", async () => {
    await revento.act("approve", { application_id: "app_harbor_1", silent: true });
    await approve(2);
    await revento.settle();
    expect(approvedInOrder()).toEqual(["app_harbor_2"]);
  });
});

test("a flood sends every change, some twice, and says how it must end", async () => {
  const flood = {
    event_id: "evt_harbor",
    count: 300,
    concurrency: 16,
    duplicates: 0.2,
    shuffle: true,
  };
  const answer = await revento.control<{ expected: Record<string, string>; settled: boolean }>(
    "POST",
    "flood",
    flood,
  );
  expect(answer.settled).toBe(true);
  const ids = revento.inbox.received.map(({ headers }) => headers["x-revento-delivery-id"]);
  expect(new Set(ids).size).toBe(300);
  expect(ids.length).toBeGreaterThan(320);
  const latest = new Map<unknown, { at: string; status: unknown }>();
  for (const { envelope } of revento.inbox.received) {
    const at = String(envelope.occurred_at);
    const known = latest.get(envelope.data.id);
    if (!known || known.at < at) latest.set(envelope.data.id, { at, status: envelope.data.status });
  }
  const ends = Object.fromEntries([...latest].map(([id, { status }]) => [id, status]));
  expect(ends).toEqual(answer.expected);
});

test("every request is on record with its token, and a cut one without a status", async () => {
  await arm({ target: "request", path: PARTICIPANTS, kind: "cut" });
  await revento.api(token, "/events/evt_harbor/participants").catch(() => undefined);
  await revento.api(token, "/events/evt_harbor");
  const { data } = await revento.control<{ data: Logged[] }>("GET", "requests");
  const calls = data.filter(({ path }) => path.startsWith("/api/"));
  expect(calls.map(({ status }) => status)).toEqual([null, 200]);
  expect(new Set(calls.map((call) => call.token_id)).size).toBe(1);
  expect(JSON.stringify(data)).not.toContain(token);
  const { by_endpoint: counted } = await revento.control<{ by_endpoint: object }>(
    "GET",
    "counters",
  );
  expect(counted).toMatchObject({
    "POST /oauth/token": { 200: 1 },
    "GET /api/v1/events/:id": { 200: 1 },
    "GET /api/v1/events/:id/participants": { cut: 1 },
  });
});

test("a page of another site cannot reach the controls", async () => {
  const answer = await fetch(`${revento.url()}/_control/reset`, {
    method: "POST",
    headers: { origin: "http://evil.example" },
  });
  expect(answer.status).toBe(403);
});
