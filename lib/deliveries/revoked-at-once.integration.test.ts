import { randomBytes } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { connectInProcess } from "@/testing/connected-event";
import { startTestSandbox } from "@/testing/test-sandbox";

const EVENT = "evt_harbor";
const TEN_MINUTES_MS = 600_000;

const revento = await startTestSandbox();
const { processInbox } = await import("./process-inbox");
const { storeDeliveries } = await import("./store-deliveries");

afterAll(() => revento.close());

test("a connection revoked right after the consent ends with its deadline, though our clock is ahead (contract 7.1)", async () => {
  await revento.control("clock", { advance_ms: -TEN_MINUTES_MS });
  await connectInProcess(revento, EVENT, "usr_ana");
  await revento.control("act", { action: "revoke_connection", event_id: EVENT });
  const { data } = (await revento.control("deliveries")) as {
    data: { id: string; type: string; occurred_at: string; body: { id: string } }[];
  };
  const told = data.find(({ type }) => type === "data.deletion_required");
  if (!told) throw new Error("Revento said nothing of the revocation");
  await storeDeliveries([
    {
      eventId: EVENT,
      deliveryId: told.id,
      signedAt: new Date(),
      signature: randomBytes(32),
      type: told.type,
      envelopeId: told.body.id,
      occurredAt: new Date(told.occurred_at),
      body: Buffer.from(JSON.stringify(told.body)),
    },
  ]);
  await processInbox();
  const { rows } = await withEventSql(EVENT, (sql) =>
    sql.query(
      "SELECT state, cause, EXISTS (SELECT FROM erasures WHERE state = 'open') AS is_due FROM connections",
    ),
  );
  expect(rows).toEqual([{ state: "revoked", cause: "data.deletion_required", is_due: true }]);
});
