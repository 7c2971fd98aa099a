import { randomBytes } from "node:crypto";
import type { TestSandbox } from "./test-sandbox";

type Told = {
  id: string;
  type: string;
  occurred_at: string;
  event_id: string | null;
  body: { id: string };
};

/** Stores and processes every delivery of a type that the sandbox has made so far, as if it had arrived. */
export async function deliverFromSandbox(
  sandbox: Pick<TestSandbox, "control">,
  eventId: string,
  type: string,
): Promise<void> {
  const { storeDeliveries } = await import("@/lib/deliveries/store-deliveries");
  const { processInbox } = await import("@/lib/deliveries/process-inbox");
  const { data } = (await sandbox.control("deliveries")) as { data: Told[] };
  const told = data.filter((one) => one.type === type);
  if (told.length === 0) throw new Error(`Revento told nothing of type ${type}`);
  await storeDeliveries(
    told.map((one) => ({
      eventId,
      deliveryId: one.id,
      signedAt: new Date(),
      signature: randomBytes(32),
      type: one.type,
      envelopeId: one.body.id,
      occurredAt: new Date(one.occurred_at),
      body: Buffer.from(JSON.stringify(one.body)),
    })),
  );
  await processInbox();
}
