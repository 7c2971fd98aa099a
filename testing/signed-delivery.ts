import { createHmac, randomUUID } from "node:crypto";

export type TestEnvelope = {
  id: string;
  type: string;
  occurred_at: string;
  event_id: string | null;
  organization_id: string | null;
  data: object;
};

/** An envelope as Revento makes them (contract 6.3), of an event of its own unless told otherwise. */
export function makeEnvelope(more: Partial<TestEnvelope> = {}): TestEnvelope {
  return {
    id: `env_${randomUUID()}`,
    type: "participant.registered",
    occurred_at: new Date().toISOString(),
    event_id: `evt_${randomUUID()}`,
    organization_id: "org_a",
    data: { id: "ptp_ann" },
    ...more,
  };
}

export type SignedDelivery = { headers: [string, string][]; body: Buffer };

type Signing = { secret?: string; deliveryId?: string; type?: string; ageSeconds?: number };

/** The headers Revento sends with a body (contract 6.1, 6.2). */
export function signBody(
  body: Buffer,
  { secret = "test-webhook-secret", deliveryId = randomUUID(), type, ageSeconds = 0 }: Signing = {},
): SignedDelivery {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const hmac = createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest("hex");
  return {
    headers: [
      ["Content-Type", "application/json"],
      ["X-Revento-Event", type ?? typeOf(body)],
      ["X-Revento-Delivery-Id", deliveryId],
      ["X-Revento-Timestamp", timestamp],
      ["X-Revento-Signature", `sha256=${hmac}`],
    ],
    body,
  };
}

function typeOf(body: Buffer): string {
  try {
    const { type } = JSON.parse(body.toString()) as { type?: unknown };
    return String(type ?? "participant.registered");
  } catch {
    return "participant.registered";
  }
}

/** The same delivery with one header changed, doubled (a list) or left out (null). */
export function withHeader(
  { headers, body }: SignedDelivery,
  name: string,
  value: string | string[] | null,
): SignedDelivery {
  const others = headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  const values = value === null ? [] : [value].flat();
  return { headers: [...others, ...values.map((one): [string, string] => [name, one])], body };
}

export function headerOf({ headers }: SignedDelivery, name: string): string {
  return headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1] ?? "";
}
