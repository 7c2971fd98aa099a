import pg from "pg";
import { afterAll, beforeEach, expect, test } from "vitest";
import { connectInProcess, forgetEvent } from "@/testing/connected-event";
import { startTestSandbox } from "@/testing/test-sandbox";

// The environment is read once: the product is loaded when the sandbox is there.
const sandbox = await startTestSandbox();
const { askAboutSuspension, beginSuspension, findSuspension, suspensionNow } = await import(
  "./suspension"
);
const { GET: connect } = await import("@/app/connect/route");

const EVENT = "evt_harbor";
const told = { toldAt: new Date(), source: "delivery", reason: "Too many calls." };

afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.control("reset", {});
  await forgetEvent(EVENT);
  const client = new pg.Client({ connectionString: process.env.TEST_ADMIN_DATABASE_URL });
  await client.connect();
  await client.query("DELETE FROM suspensions");
  await client.end();
  await connectInProcess(sandbox, EVENT, "usr_ana");
});

async function suspend(): Promise<void> {
  await sandbox.control("act", { action: "suspend_integration", reason: "Too many calls." });
  await beginSuspension(new Date(Date.now() + 1_000), told);
}
const askToConnect = () => connect(new Request(`http://127.0.0.1:3000/connect?event_id=${EVENT}`));

test("while Revento refuses, nobody is sent there to connect, and are told why", async () => {
  await suspend();
  const answer = await askToConnect();
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("Revento has suspended Foyer");
  expect(await findSuspension()).toMatchObject({
    reason: "Too many calls.",
    askedAt: expect.any(Date),
  });
});

test("whoever comes back refused in a suspension is told of it, not of a refusal without a reason", async () => {
  await suspend();
  const { finishConnect } = await import("./finish-connect");
  const { startConnect } = await import("./start-connect");
  const { cookie, redirectTo } = await startConnect(EVENT);
  const state = new URL(redirectTo).searchParams.get("state") ?? "";
  const actor = { sessionHash: null, wasReplaced: false };
  const refused = finishConnect(
    actor as never,
    { state, error: "unauthorized_client" },
    cookie.value,
  );
  await expect(refused).rejects.toMatchObject({ reason: "suspended" });
});

test("Revento's word ends it, and whoever wants to connect has it asked", async () => {
  await suspend();
  expect(await askAboutSuspension()).toBe("refused");
  await sandbox.control("act", { action: "reinstate_integration" });
  expect(await askAboutSuspension()).toBe("accepted");
  expect(await findSuspension()).toBeNull();
  expect((await askToConnect()).status).toBe(303);
});

test("silence ends nothing", async () => {
  await beginSuspension(new Date(Date.now() + 1_000), told);
  const fault = {
    target: "request",
    path: "/oauth/authorize",
    kind: "status",
    status: 500,
    times: 1,
  };
  await sandbox.control("faults", fault);
  expect(await askAboutSuspension()).toBe("unknown");
  expect(await findSuspension()).not.toBeNull();
});

test("somebody who could connect ends it", async () => {
  await beginSuspension(new Date(Date.now() - 60_000), told);
  expect(await findSuspension()).toBeNull();
  await beginSuspension(new Date(), told);
  await connectInProcess(sandbox, EVENT, "usr_ana");
  expect(await suspensionNow()).toBeNull();
});
