import type { IncomingMessage } from "node:http";

/**
 * The whole body of a request; null once it turns out longer than `most` bytes, the rest of which is
 * then let through unread. Rejects when the sender goes away.
 */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > most) {
    request.resume();
    return Promise.resolve(null);
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      else resolve(null);
    });
    request.once("end", () => resolve(Buffer.concat(chunks, length)));
    request.once("error", reject);
    // It closes after its end, too; an error made for nobody is a tenth of what a delivery costs.
    request.once("close", () => {
      if (!request.complete) reject(new Error("the sender went away"));
    });
  });
}
