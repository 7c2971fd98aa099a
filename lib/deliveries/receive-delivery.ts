import { urgently } from "@/lib/db";
import { env } from "@/lib/env";
import { wake } from "@/lib/live/wake";
import { logOf } from "@/lib/log";
import { type Envelope, parseEnvelope } from "@/lib/revento/parse-envelope";
import { type DeliveryProof, isRecent, verifySignature } from "@/lib/revento/verify-signature";
import { reconcileAfterStale } from "@/lib/syncs/reconcile-after-stale";
import { countRefusal, type RefusalReason } from "./count-refusal";
import { Inbox, UnstorableDelivery } from "./inbox";
import { readDeliveryHeaders } from "./read-delivery-headers";
import { storeDeliveries } from "./store-deliveries";

export type DeliveryRequest = {
  method: string;
  /** Every header as it came, name and value; a name may come twice. */
  headers: readonly (readonly [name: string, value: string])[];
  /** The raw body; null when it is longer than `most` bytes. Asked for at most once. */
  readBody: (most: number) => Promise<Uint8Array | null>;
};

export type DeliveryAnswer = { status: number; headers: Record<string, string>; body: string };

/** 1 MiB, the longest body that is read. */
export const MOST_BODY_BYTES = 1_048_576;

const inbox = new Inbox((rows) => urgently(() => storeDeliveries(rows)));

/**
 * Takes one delivery from Revento (contract 6), a ladder of early returns: 405,
 * 415, 413, 401, 400, then 200 once the bytes are committed or were known already, 503 when they could
 * not be. Nothing is parsed before the signature holds; nothing is acknowledged before the commit.
 */
export async function receiveDelivery(request: DeliveryRequest): Promise<DeliveryAnswer> {
  if (request.method !== "POST") return refuse(405, "method_not_allowed", { Allow: "POST" });
  const headers = readDeliveryHeaders(request.headers);
  if (!headers.isPlainJson) return refuseAs("media_type", 415, "unsupported_media_type");
  const body = await request.readBody(MOST_BODY_BYTES);
  if (!body) return refuseAs("size", 413, "too_large");
  const { REVENTO_WEBHOOK_SECRETS: secrets, REVENTO_RETRY_WINDOW_S: windowS } = env();
  const proof =
    headers.signed && verifySignature(headers.signed, body, secrets, Date.now(), windowS);
  if (!proof) {
    const isFresh = isRecent(headers.signed?.timestamp, Date.now());
    return refuseAs(isFresh ? "signature" : "stale", 401, "bad_signature");
  }
  const envelope = tryParseEnvelope(body);
  if (proof.isStale) {
    // Retries that carry the time of the first attempt: what they say is found by reading again.
    if (envelope?.eventId) void reconcileAfterStale(envelope.eventId);
    return refuseAs("stale_genuine", 401, "bad_signature");
  }
  if (!envelope || envelope.type !== proof.event)
    return refuseAs("envelope", 400, "not_an_envelope");
  return store(proof, envelope, body);
}

async function store(
  { deliveryId, signedAt, signature }: Pick<DeliveryProof, "deliveryId" | "signedAt" | "signature">,
  { eventId, type, id, occurredAt }: Envelope,
  body: Uint8Array,
): Promise<DeliveryAnswer> {
  const row = { deliveryId, signedAt, signature, type, occurredAt, body };
  try {
    await inbox.add({ ...row, eventId: eventId ?? "", envelopeId: id });
  } catch (error) {
    if (error instanceof UnstorableDelivery) return refuseAs("envelope", 400, "not_an_envelope");
    complain(error);
    return refuse(503, "try_again", { "Retry-After": "5" });
  }
  void wake("foyer_inbox");
  return answer(200, { ok: true });
}

let refused = 0;
let complainedAt = 0;

/** One line a second at the most: an outage refuses thousands. */
function complain(error: unknown): void {
  refused += 1;
  if (Date.now() - complainedAt < 1_000) return;
  logOf("deliveries").warn({ err: error, refused }, "could not store deliveries");
  refused = 0;
  complainedAt = Date.now();
}

function tryParseEnvelope(body: Uint8Array): Envelope | null {
  try {
    return parseEnvelope(body);
  } catch {
    return null;
  }
}

/** Refuses what may be Revento's, and counts that. */
function refuseAs(reason: RefusalReason, status: number, error: string): DeliveryAnswer {
  countRefusal(reason);
  return refuse(status, error);
}

function refuse(status: number, error: string, headers?: Record<string, string>): DeliveryAnswer {
  return answer(status, { error }, headers);
}

function answer(
  status: number,
  json: object,
  headers: Record<string, string> = {},
): DeliveryAnswer {
  return {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store", ...headers },
    body: JSON.stringify(json),
  };
}
