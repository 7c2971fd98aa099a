import { afterAll, beforeEach, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { connectInProcess, forgetEvent } from "@/testing/connected-event";
import { startTestSandbox } from "@/testing/test-sandbox";

// The environment is read once: the product is loaded when the sandbox is there.
const sandbox = await startTestSandbox();
const { checkConnection } = await import("./check-connection");

afterAll(() => sandbox.close());
beforeEach(() => sandbox.control("reset", {}));

async function connected(eventId: string): Promise<string> {
  await forgetEvent(eventId);
  await connectInProcess(sandbox, eventId, "usr_ana");
  return eventId;
}
const stateOf = (eventId: string) =>
  withEventSql(eventId, async (sql) => {
    const found = await sql.query("SELECT state FROM connections WHERE event_id = $1", [eventId]);
    return found.rows[0]?.state;
  });

test("a connection that nobody said had ended is found out, once in ten minutes", async () => {
  const eventId = await connected("evt_harbor");
  await sandbox.control("act", { action: "revoke_connection", event_id: eventId, silent: true });
  expect(await checkConnection(eventId)).toBe(true);
  expect(await stateOf(eventId)).toBe("revoked");
  expect(await checkConnection(eventId)).toBe(false);
});

test("one that works goes on", async () => {
  const eventId = await connected("evt_summit");
  expect(await checkConnection(eventId)).toBe(true);
  expect(await stateOf(eventId)).toBe("active");
});
