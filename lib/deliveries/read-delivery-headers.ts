import type { DeliveryHeaders } from "@/lib/revento/verify-signature";

const JSON_MEDIA_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/**
 * What the headers of a delivery say: whether the body is JSON as it is, and the four signed or
 * named ones (contract 6.1); null when one of them is missing or doubled.
 */
export function readDeliveryHeaders(list: readonly (readonly [name: string, value: string])[]): {
  isPlainJson: boolean;
  signed: DeliveryHeaders | null;
} {
  const once = (wanted: string): string | null => {
    const found = list.filter(([name]) => name.toLowerCase() === wanted);
    return found.length === 1 ? (found[0]?.[1] ?? null) : null;
  };
  const has = (wanted: string) => list.some(([name]) => name.toLowerCase() === wanted);
  const event = once("x-revento-event");
  const deliveryId = once("x-revento-delivery-id");
  const timestamp = once("x-revento-timestamp");
  const signature = once("x-revento-signature");
  const isComplete = event && deliveryId && timestamp && signature;
  return {
    isPlainJson: JSON_MEDIA_TYPE.test(once("content-type") ?? "") && !has("content-encoding"),
    signed: isComplete ? { event, deliveryId, timestamp, signature } : null,
  };
}
