import { beforeEach, expect, test } from "vitest";
import { withSystemSql } from "@/lib/db";
import { makeEnvelope, signBody, withHeader } from "@/testing/signed-delivery";
import { storeRefusals } from "./count-refusal";
import { receiveDelivery } from "./receive-delivery";

beforeEach(async () => {
  await storeRefusals();
  await withSystemSql((sql) => sql.query("DELETE FROM delivery_refusals"));
});

const body = Buffer.from(JSON.stringify(makeEnvelope()));

async function send(signed: ReturnType<typeof signBody>, isTooLarge = false): Promise<number> {
  const { status } = await receiveDelivery({
    method: "POST",
    headers: signed.headers,
    readBody: async () => (isTooLarge ? null : signed.body),
  });
  return status;
}

async function counted(): Promise<Record<string, number>> {
  await storeRefusals();
  return withSystemSql(async (sql) => {
    const { rows } = await sql.query<{ reason: string; count: string }>(
      "SELECT reason, sum(count) AS count FROM delivery_refusals GROUP BY reason ORDER BY reason",
    );
    return Object.fromEntries(rows.map(({ reason, count }) => [reason, Number(count)]));
  });
}

test("each kind of refusal is counted by its reason, and what is accepted is not", async () => {
  const wrong = { secret: "a-secret-that-was-changed" };
  expect(await send(signBody(body, wrong))).toBe(401);
  expect(await send(withHeader(signBody(body), "X-Revento-Signature", null))).toBe(401);
  expect(await send(signBody(body, { ...wrong, ageSeconds: 900 }))).toBe(401);
  expect(await send(signBody(body, { ageSeconds: 900 }))).toBe(401);
  expect(await send(withHeader(signBody(body), "Content-Type", "text/plain"))).toBe(415);
  expect(await send(signBody(body), true)).toBe(413);
  expect(await send(signBody(Buffer.from("[]")))).toBe(400);
  expect(await send(signBody(body))).toBe(200);
  expect(await counted()).toEqual({
    envelope: 1,
    media_type: 1,
    signature: 2,
    size: 1,
    stale: 1,
    stale_genuine: 1,
  });
});

test("thousands are one row, and one more later joins it", async () => {
  const wrong = signBody(body, { secret: "a-secret-that-was-changed" });
  for (let n = 0; n < 2_000; n += 1) await send(wrong);
  expect(await counted()).toEqual({ signature: 2_000 });
  await send(wrong);
  expect(await counted()).toEqual({ signature: 2_001 });
});
