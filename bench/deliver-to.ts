import { signBody, type TestEnvelope } from "@/testing/signed-delivery";
import type { BenchFoyer } from "./start-bench-foyer";

/** Sends a delivery as Revento does. Rejects where it is not taken. */
export async function deliverTo(
  { appUrl, env }: Pick<BenchFoyer, "appUrl" | "env">,
  envelope: TestEnvelope,
): Promise<void> {
  const body = Buffer.from(JSON.stringify(envelope));
  const { headers } = signBody(body, { secret: env.REVENTO_WEBHOOK_SECRETS ?? "" });
  const answer = await fetch(`${appUrl}/api/webhooks/revento`, { method: "POST", headers, body });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`a delivery was answered ${answer.status}`);
}
