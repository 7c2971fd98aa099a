import { signDelivery } from "./sign-delivery";

const TIMEOUT_MS = 10_000;

/** What one attempt came to: a status, or the reason why there was none. */
export type AttemptOutcome = { status: number | null; error: string | null; durationMs: number };

type Attempt = {
  url: string;
  id: string;
  type: string;
  body: string;
  secret: string;
  sentAt: number;
  signal: AbortSignal;
  /** How long the endpoint may take, 10 s unless told. */
  timeoutMs?: number;
};

/**
 * One attempt of a delivery: an HTTP POST stamped at `sentAt` (epoch ms) and signed (contract 6.1,
 * 6.2). Redirects are not followed; 10 s without an answer is a failure (6.5). Never throws.
 */
export async function postDelivery(attempt: Attempt): Promise<AttemptOutcome> {
  const startedAt = performance.now();
  const timestamp = String(Math.floor(attempt.sentAt / 1000));
  const timeoutMs = attempt.timeoutMs ?? TIMEOUT_MS;
  const durationMs = () => Math.round(performance.now() - startedAt);
  try {
    const response = await fetch(attempt.url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), attempt.signal]),
      headers: {
        "content-type": "application/json",
        "user-agent": "Revento-Webhooks/1 (sandbox)",
        "x-revento-event": attempt.type,
        "x-revento-delivery-id": attempt.id,
        "x-revento-timestamp": timestamp,
        "x-revento-signature": `sha256=${signDelivery(attempt.secret, timestamp, attempt.body)}`,
      },
      body: attempt.body,
    });
    await response.arrayBuffer();
    return { status: response.status, error: null, durationMs: durationMs() };
  } catch (error) {
    return { status: null, error: reasonOf(error), durationMs: durationMs() };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return "No answer in time";
  return error.cause instanceof Error ? error.cause.message : error.message;
}
