import { createHmac, timingSafeEqual } from "node:crypto";

/** The headers of a delivery as they came (contract 6.1): each name once, or not at all. */
export type DeliveryHeaders = {
  event: string;
  deliveryId: string;
  timestamp: string;
  signature: string;
};

export type DeliveryProof = {
  deliveryId: string;
  /** X-Revento-Event: nobody signed it. */
  event: string;
  /** Older than the window in which it may be accepted, though genuine. */
  isStale: boolean;
  /** X-Revento-Timestamp */
  signedAt: Date;
  signature: Buffer;
};

const MOST_SKEW_SECONDS = 300;
/** What is older than any retry is nothing to compute a signature for. */
const OLDEST_SECONDS = 2 * 86_400;
const EVENT = /^[A-Za-z0-9_.-]{1,200}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TIMESTAMP = /^[0-9]{1,12}$/;
const SIGNATURE = /^sha256=([0-9a-f]{64})$/i;

/** Whether a timestamp is one, and within the window of contract 6.2 around `now`, in epoch milliseconds. */
export function isRecent(timestamp: string | undefined, now: number): boolean {
  if (timestamp === undefined || !TIMESTAMP.test(timestamp)) return true;
  return Math.abs(now / 1000 - Number(timestamp)) <= MOST_SKEW_SECONDS;
}

/**
 * Whether a delivery was signed by Revento (contract 6.2): strict header syntax, not newer than 300 s, the HMAC of
 * one of `secrets` over the raw bytes, compared in constant time. Null says no, and not why. One that is genuine and
 * older than `windowS` is `isStale`: it must not be accepted. `now` is in epoch milliseconds.
 */
export function verifySignature(
  headers: DeliveryHeaders,
  body: Uint8Array,
  secrets: readonly string[],
  now: number,
  windowS = MOST_SKEW_SECONDS,
): DeliveryProof | null {
  const hex = SIGNATURE.exec(headers.signature)?.[1];
  if (!hex || !EVENT.test(headers.event) || !UUID.test(headers.deliveryId)) return null;
  if (!TIMESTAMP.test(headers.timestamp)) return null;
  const ageS = now / 1000 - Number(headers.timestamp);
  if (ageS < -MOST_SKEW_SECONDS || ageS > OLDEST_SECONDS) return null;
  const signature = Buffer.from(hex, "hex");
  const signedAt = new Date(Number(headers.timestamp) * 1_000);
  let isValid = false;
  for (const secret of secrets) {
    const expected = createHmac("sha256", secret).update(`${headers.timestamp}.`).update(body);
    isValid = timingSafeEqual(expected.digest(), signature) || isValid;
  }
  if (!isValid) return null;
  const { event } = headers;
  const deliveryId = headers.deliveryId.toLowerCase();
  return { deliveryId, event, isStale: ageS > windowS, signedAt, signature };
}
