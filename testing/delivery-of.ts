import { randomBytes, randomUUID } from "node:crypto";
import type { NewDelivery } from "@/lib/deliveries/store-deliveries";
import { makeEnvelope, type TestEnvelope } from "./signed-delivery";

/** A delivery with this envelope, as it stands in the inbox once its signature was verified. */
export function deliveryOf(told: Partial<TestEnvelope> & { event_id: string }): NewDelivery {
  const envelope = makeEnvelope(told);
  return {
    eventId: told.event_id,
    deliveryId: randomUUID(),
    signedAt: new Date(),
    signature: randomBytes(32),
    type: envelope.type,
    envelopeId: envelope.id,
    occurredAt: new Date(envelope.occurred_at),
    body: Buffer.from(JSON.stringify(envelope)),
  };
}
