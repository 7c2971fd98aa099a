import { expect, test } from "vitest";
import { withEventSql } from "@/lib/db";
import { receiveDelivery } from "@/lib/deliveries/receive-delivery";
import { eventually } from "@/testing/eventually";
import { plantConnection } from "@/testing/plant-connection";
import { makeEnvelope, signBody } from "@/testing/signed-delivery";

async function send(eventId: string, signing: Parameters<typeof signBody>[1]): Promise<number> {
  const envelope = makeEnvelope({ event_id: eventId });
  const { headers, body } = signBody(Buffer.from(JSON.stringify(envelope)), signing);
  const answer = await receiveDelivery({ method: "POST", headers, readBody: async () => body });
  return answer.status;
}

const runsOf = (eventId: string) =>
  withEventSql(eventId, async (sql) => {
    const { rows } = await sql.query(
      `SELECT r.kind, r.state, c.stale_deliveries AS stale
       FROM sync_runs r JOIN connections c USING (event_id) WHERE event_id = $1`,
      [eventId],
    );
    return rows;
  });

test("webhooks that come genuine and too late are refused, and their event is read again once", async () => {
  const eventId = await plantConnection();
  expect(await send(eventId, { ageSeconds: 3_600 })).toBe(401);
  const queued = [{ kind: "reconcile", state: "queued", stale: 1 }];
  await eventually(
    () => runsOf(eventId),
    (runs) => runs.length > 0,
    5_000,
  );
  expect(await runsOf(eventId)).toEqual(queued);
  expect(await send(eventId, { ageSeconds: 7_200 })).toBe(401);
  expect(await send(eventId, { ageSeconds: 300 + 5 })).toBe(401);
  expect(await runsOf(eventId)).toEqual(queued);
});

test("what nobody signed, or is older than any retry, causes nothing", async () => {
  const eventId = await plantConnection();
  expect(await send(eventId, { ageSeconds: 3_600, secret: "guess" })).toBe(401);
  expect(await send(eventId, { ageSeconds: 3 * 86_400 })).toBe(401);
  expect(await send(eventId, { ageSeconds: -3_600 })).toBe(401);
  await withEventSql(eventId, (sql) => sql.query("SELECT pg_sleep(0.1)"));
  expect(await runsOf(eventId)).toEqual([]);
});
