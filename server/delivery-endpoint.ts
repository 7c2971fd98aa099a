import type { IncomingMessage, ServerResponse } from "node:http";
import { receiveDelivery } from "@/lib/deliveries/receive-delivery";
import { logOf } from "@/lib/log";
import { answerJson } from "./answer-json";
import { readBody } from "./read-body";

/** `/api/webhooks/revento` before Next: the same verb as its route handler, at a fraction of the cost. */
export async function answerDelivery(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { status, headers, body } = await receiveDelivery({
      method: request.method ?? "",
      headers: pairsOf(request.rawHeaders),
      readBody: (most) => readBody(request, most),
    });
    response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(body) });
    response.end(body);
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    logOf("deliveries").error({ err: error }, "a delivery could not be answered");
    answerJson(response, 503, { error: "try_again" }, { "Retry-After": "5" });
  }
}

function pairsOf(rawHeaders: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    pairs.push([rawHeaders[at] ?? "", rawHeaders[at + 1] ?? ""]);
  }
  return pairs;
}
