import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "./config";
import { startSandbox } from "./start-sandbox";
import { refresh } from "./testing/oauth-client";
import { openRevento } from "./testing/open-revento";

test("a restart forgets nothing: connections, tokens, changes, the clock, what was to be sent", async () => {
  const stateDir = await mkdtemp(join(tmpdir(), "sandbox-"));
  const revento = await openRevento({ stateDir });
  try {
    const tokens = await revento.connect("evt_harbor");
    await revento.settle();
    await revento.advance(7 * 86_400_000);
    revento.inbox.answers.push(503);
    await revento.act("approve", { application_id: "app_harbor_1" });
    await revento.settle();
    await revento.restart();
    const { now_ms: now } = await revento.control<{ now_ms: number }>("GET", "clock");
    expect(now - Date.now()).toBeGreaterThan(7 * 86_400_000 - 10_000);
    const fresh = await refresh(revento.url(), tokens.refresh_token);
    const { body } = await revento.api(fresh.access_token, "/events/evt_harbor/participants");
    expect(body.data).toContainEqual(
      expect.objectContaining({ id: "ptp_harbor_1", application_status: "approved" }),
    );
    await revento.advance(61_000);
    await expect.poll(() => revento.inbox.types().length).toBe(3);
  } finally {
    await revento.close();
    await rm(stateDir, { recursive: true });
  }
});

test("a delivery that was under way when the sandbox ended is sent again by the next one", async () => {
  const stateDir = await mkdtemp(join(tmpdir(), "sandbox-"));
  const revento = await openRevento({ stateDir });
  try {
    await revento.connect("evt_harbor");
    await revento.settle();
    revento.inbox.answers.push(-1);
    await revento.act("approve", { application_id: "app_harbor_1" });
    await expect.poll(() => revento.inbox.types().length).toBe(2);
    await revento.restart();
    await revento.settle();
    const [, first, second] = revento.inbox.received.map(({ headers }) => headers);
    expect(second?.["x-revento-delivery-id"]).toBe(first?.["x-revento-delivery-id"]);
  } finally {
    await revento.close();
    await rm(stateDir, { recursive: true });
  }
});

test("two sandboxes cannot share a port, and the second one says so", async () => {
  const first = await startSandbox({ port: 0 });
  try {
    await expect(startSandbox({ port: first.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  } finally {
    await first.close();
  }
});

test("a second sandbox on the same folder and port leaves the first one's deliveries alone", async () => {
  const stateDir = await mkdtemp(join(tmpdir(), "sandbox-"));
  const revento = await openRevento({ stateDir });
  try {
    await revento.connect("evt_harbor");
    await revento.settle();
    revento.inbox.answers.push(-1);
    await revento.act("approve", { application_id: "app_harbor_1" });
    await expect.poll(() => revento.inbox.types().length).toBe(2);
    const port = Number(new URL(revento.url()).port);
    await expect(startSandbox({ port, stateDir })).rejects.toMatchObject({ code: "EADDRINUSE" });
    const { data } = await revento.control<{ data: { state: string }[] }>("GET", "deliveries");
    expect(data.at(-1)?.state).toBe("in_flight");
  } finally {
    await revento.close();
    await rm(stateDir, { recursive: true });
  }
});

test("all that is wrong in the environment is said at once, and no secret is repeated", () => {
  const attempt = () =>
    readConfig({
      SANDBOX_PORT: "70000",
      SANDBOX_WEBHOOK_URL: "nowhere",
      SANDBOX_CLIENT_SECRET: "hush",
      SANDBOX_REDIRECT_URIS: "http://127.0.0.1:3000/connect/callback, also nowhere",
    });
  expect(attempt).toThrow(/SANDBOX_PORT/);
  expect(attempt).toThrow(/SANDBOX_WEBHOOK_URL/);
  expect(attempt).toThrow(/SANDBOX_CLIENT_SECRET/);
  expect(attempt).toThrow(/SANDBOX_REDIRECT_URIS/);
  expect(attempt).not.toThrow(/hush/);
});
