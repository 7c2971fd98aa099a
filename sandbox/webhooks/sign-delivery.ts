import { createHmac } from "node:crypto";

/** The hex HMAC-SHA256 over timestamp (epoch seconds), a dot, and the raw body (contract 6.2). */
export function signDelivery(secret: string, timestamp: string, body: string): string {
  return createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
}
