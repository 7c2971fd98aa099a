import type { DeliveryHeaders } from "@/lib/revento/verify-signature";

/** JSON in whatever dialect (RFC 6839 3.1). What is signed is judged by its signature. */
const JSON_MEDIA_TYPE = /^application\/(?:[a-z0-9.-]+\+)?json\s*(?:;\s*charset="?utf-?8"?\s*)?$/i;
const READ = new Set([
  "content-type",
  "content-encoding",
  "x-revento-event",
  "x-revento-delivery-id",
  "x-revento-timestamp",
  "x-revento-signature",
]);

/**
 * What the headers of a delivery say: whether the body is JSON as it is, and the four signed or
 * named ones (contract 6.1); null when one of them is missing or doubled.
 */
export function readDeliveryHeaders(list: readonly (readonly [name: string, value: string])[]): {
  isPlainJson: boolean;
  signed: DeliveryHeaders | null;
} {
  const values = new Map<string, string | null>();
  for (const [name, value] of list) {
    const known = name.toLowerCase();
    if (READ.has(known)) values.set(known, values.has(known) ? null : value);
  }
  const event = values.get("x-revento-event");
  const deliveryId = values.get("x-revento-delivery-id");
  const timestamp = values.get("x-revento-timestamp");
  const signature = values.get("x-revento-signature");
  const isComplete = event && deliveryId && timestamp && signature;
  return {
    isPlainJson:
      isPlain(values, "content-type", JSON_MEDIA_TYPE) &&
      isPlain(values, "content-encoding", IDENTITY),
    signed: isComplete ? { event, deliveryId, timestamp, signature } : null,
  };
}

const IDENTITY = /^identity$/i;

/** Not said, or said once and as it should be. */
function isPlain(
  values: ReadonlyMap<string, string | null>,
  name: string,
  wanted: RegExp,
): boolean {
  if (!values.has(name)) return true;
  return wanted.test(values.get(name)?.trim() ?? "");
}
