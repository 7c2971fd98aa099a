import { receiveDelivery } from "@/lib/deliveries/receive-delivery";
import { handle } from "@/lib/http/handle";

/** For hosts without a server of our own; where server/main.ts runs, it answers before Next. */
const receive = handle({ actor: "anyone", from: "anywhere", body: "raw" }, async (_, request) => {
  const { status, headers, body } = await receiveDelivery({
    method: request.method,
    headers: [...request.headers],
    readBody: (most) => readBody(request, most),
  });
  return new Response(request.method === "HEAD" ? null : body, { status, headers });
});

async function readBody(request: Request, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

export {
  receive as DELETE,
  receive as GET,
  receive as HEAD,
  receive as OPTIONS,
  receive as PATCH,
  receive as POST,
  receive as PUT,
};
