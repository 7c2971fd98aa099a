import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { warnOfConsentEnds } from "@/lib/connections/warn-of-consent-ends";
import { plantInstallation, tell } from "@/testing/console-world";
import { processInbox } from "./process-inbox";

let admin: pg.Client;
beforeAll(async () => {
  admin = new pg.Client({ connectionString: process.env.TEST_ADMIN_DATABASE_URL });
  await admin.connect();
  await admin.query(
    "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''refused''; END'",
  );
});
afterEach(() => admin.query("DROP TRIGGER poison ON connections"));
afterAll(async () => {
  await admin.query("DROP FUNCTION refuse");
  await admin.end();
});

/** Whatever changes this event's connection fails from now on. */
async function poison(eventId: string): Promise<void> {
  await admin.query(`CREATE TRIGGER poison BEFORE UPDATE ON connections FOR EACH ROW
    WHEN (OLD.event_id = '${eventId}') EXECUTE FUNCTION refuse()`);
}
async function stateOf(eventId: string): Promise<string> {
  const found = await admin.query("SELECT state FROM connections WHERE event_id = $1", [eventId]);
  return found.rows[0]?.state;
}

test("one event that cannot be ended holds up no other when Revento suspends us", async () => {
  const events = [await plantInstallation(), await plantInstallation(), await plantInstallation()];
  await poison(events[0] ?? "");
  const occurredAt = new Date(Date.now() + 1_000);
  await tell({ type: "integration.suspended", data: {}, event: null, occurredAt });
  await processInbox();
  expect(await Promise.all(events.map(stateOf))).toEqual(["active", "suspended", "suspended"]);
  const told = await admin.query("SELECT state, attempts FROM deliveries WHERE event_id = ''");
  expect(told.rows).toEqual([{ state: "pending", attempts: 1 }]);
});

test("one event that cannot be ended holds up no other when consents are over", async () => {
  const events = [await plantInstallation(), await plantInstallation()].sort();
  await admin.query(
    "UPDATE tokens SET access_expires_at = now(), refresh_expires_at = now() WHERE event_id = ANY($1)",
    [events],
  );
  await poison(events[0] ?? "");
  await warnOfConsentEnds();
  expect(await Promise.all(events.map(stateOf))).toEqual(["active", "needs_reconnect"]);
});
